"""The rule language: three-valued, explainable, without a clock (formats.md "Rules")."""
