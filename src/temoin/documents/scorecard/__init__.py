"""How well documents are read: pages made up or set from given texts, scanned as a scanner would, read, and counted."""
