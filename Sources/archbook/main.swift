import Commands

await Archbook.start()
