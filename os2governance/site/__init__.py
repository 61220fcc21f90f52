"""The portfolio as a static site: pages, badges, data and a feed, built from assessments."""
