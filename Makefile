# The two commands of a newcomer are `make demo` and `make test`; `make help` names the others.
PREFIX ?= /usr/local

.PHONY: help demo test lint format install bench shots clean dependencies

help: ## Name the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s%s\n", $$1, $$2 }' Makefile

demo: dependencies ## Build the program and run its main job on this repository's own book
	@scripts/demo

test: dependencies ## Run the whole test suite
	swift test
	@scripts/test-browser

lint: dependencies ## Check format, scripts, house limits, and the repository's own book
	@scripts/lint

format: ## Format the sources in place
	swift format -i -r Sources Tests Package.swift

install: dependencies ## Install the release binary; PREFIX=/usr/local
	scripts/build-release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/archbook "$(DESTDIR)$(PREFIX)/bin/archbook"
	@scripts/link-adr-tools "$(DESTDIR)$(PREFIX)/bin"

bench: dependencies ## Measure speed beside other programs; needs python3 and cmark-gfm
	@scripts/bench

shots: dependencies ## Take pictures of the site, in three widths and both themes, into .build/shots
	SHOTS=.build/shots scripts/test-browser

clean: ## Remove everything that was built
	rm -rf .build site/public

dependencies:
	@scripts/install-dependencies
