"""tinwire serve beside other servers; bench/serve is the program."""
