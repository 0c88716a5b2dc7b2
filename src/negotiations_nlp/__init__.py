"""Who said what, and about whom, in English news text."""
