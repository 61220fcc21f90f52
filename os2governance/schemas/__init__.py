"""The shapes of the files (formats.md) as JSON Schemas: data that validators and editors read.

Titles and descriptions are Danish, `x-…-en` English. What a schema cannot say, such as whether a
level exists in the model, the room that reads the file says.
"""
