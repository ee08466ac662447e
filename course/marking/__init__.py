"""The marks of assessed answers: figures, choices and prose; learning from a trainer's marks."""
