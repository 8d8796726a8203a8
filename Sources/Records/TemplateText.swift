/// The texts of the built-in templates; `templates/` holds the same.
enum TemplateText {
    /// Michael Nygard's five parts ("Documenting Architecture Decisions", 2011), in the layout of adr-tools.
    static let nygard = """
        # {{number}}. {{title}}

        Date: {{date}}

        ## Status

        {{status}}

        ## Context

        Which forces are at play, technical and human, and what makes a decision necessary now? State facts, not the answer.

        ## Decision

        What we will do, in whole sentences and in the active voice: "We will ...".

        ## Consequences

        What becomes easier and what becomes harder, for whom, and what we will have to watch from here on.

        """

    /// The parts of MADR 4, in our own words.
    static let madr = """
        ---
        status: {{status}}
        date: {{date}}
        decision-makers:
        consulted:
        informed:
        ---

        # {{title}}

        ## Context and Problem Statement

        What is the situation, and which question does it put to us? Two or three sentences, or a short story.

        ## Decision Drivers

        - A force, a wish or a worry that weighs in the choice

        ## Considered Options

        - The first option
        - The second option

        ## Decision Outcome

        Chosen option: the one, because of the drivers that it serves best.

        ### Consequences

        - Good, because something becomes easier
        - Bad, because something becomes harder

        ### Confirmation

        How we will see that the decision is followed: a test, a review, a rule in the build.

        ## Pros and Cons of the Options

        ### The first option

        - Good, because of an argument for it
        - Bad, because of an argument against it

        ## More Information

        Further evidence, and when to look at the decision again.

        """

    /// The least that MADR asks for, with the status where MADR 2 has it.
    static let madrMinimal = """
        # {{title}}

        * Status: {{status}}
        * Date: {{date}}

        ## Context and Problem Statement

        What is the situation, and which question does it put to us?

        ## Considered Options

        * The first option
        * The second option

        ## Decision Outcome

        Chosen option: the one, because of the reason that counts most.

        """

    /// One sentence, after Olaf Zimmermann's Y-statements.
    static let yStatement = """
        # {{number}}. {{title}}

        Date: {{date}}

        ## Status

        {{status}}

        ## Decision

        In the context of a use case or a part of the system,
        facing a concern that has to be met,
        we decided for one option
        and against the others,
        to achieve a quality or a benefit,
        accepting that there is a price.

        """

    /// The parts of the lightweight RFC of Apache Geode, with a decider and a place for comments.
    static let proposal = """
        # {{title}}

        To be Reviewed By: {{deadline}}
        Authors: {{authors}}
        Decider: {{decider}}
        Status: {{status}}
        Superseded by: N/A
        Related: N/A

        ## Problem

        What hurts, for whom, and how often? Why should it be dealt with now?

        ## Anti-Goals

        What this proposal leaves alone on purpose.

        ## Solution

        What we propose, as exactly as a reader needs it to object.

        ## Changes and Additions to Public Interfaces

        What others will see of it: commands, formats, protocols.

        ## Performance Impact

        What becomes faster, slower, larger or smaller, and how we know.

        ## Backwards Compatibility and Upgrade Path

        What happens to those who have what there is today.

        ## Prior Art

        What others have done, and what else we might do, with the reasons for and against.

        ## Comments

        Open questions, one to a line as in "- [ ] Who pays for it?". The author ticks a line and writes the answer below it.

        ## Errata

        What was found out after the decision; nothing above this line changes then.

        """

    /// What the template of adr-tools asks.
    static let adrTools = [
        "The issue motivating this decision, and any context that influences or constrains the decision.",
        "The change that we're proposing or have agreed to implement.",
        "What becomes easier or more difficult to do and any risks introduced by the change that will need to be mitigated.",
    ]

    /// What the first decision of a folder says.
    static let firstDecision = """
        # {{number}}. {{title}}

        Date: {{date}}

        ## Status

        {{status}}

        ## Context

        Reasons are forgotten sooner than code. Who comes later can see what was built, but not what else was thought of,
        nor why it was turned down.

        ## Decision

        We will write down every decision that shapes the architecture, as a short numbered file beside the code, after
        Michael Nygard's article ["Documenting Architecture
        Decisions"](https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions).

        ## Consequences

        A decision is looked up, not remembered. One that no longer holds is kept and names its successor.

        """
}
