"""Looking at results: a page in the browser, pictures, and what a notebook shows."""

from negotiations_nlp.view.page import page
from negotiations_nlp.view.plots import plot_mentions, plot_speakers, plot_timeline, plot_variants

__all__ = ["page", "plot_mentions", "plot_speakers", "plot_timeline", "plot_variants"]
