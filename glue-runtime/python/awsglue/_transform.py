"""What all transforms have: the call as a class, and words about themselves."""

import inspect

_WORDS = {
    "frame": ("DynamicFrame", "The frame to transform"),
    "frame1": ("DynamicFrame", "The first frame"),
    "frame2": ("DynamicFrame", "The second frame"),
    "dfc": ("DynamicFrameCollection", "The collection"),
    "f": ("function", "A function of a DynamicRecord"),
    "paths": ("Array", "The paths of fields"),
    "mappings": ("Array", "Tuples of source, source type, target and target type"),
    "transformation_ctx": ("String", "A unique string that identifies the state of this transform"),
    "info": ("String", "A text that errors of this transform carry"),
    "stageThreshold": ("Integer", "How many errors of this transform are allowed"),
    "totalThreshold": ("Integer", "How many errors up to and in this transform are allowed"),
}


class GlueTransform:
    """A transform of frames."""

    @classmethod
    def apply(cls, *args, **kwargs):
        """Returns what the transform makes of its arguments."""
        return cls()(*args, **kwargs)

    @classmethod
    def name(cls):
        """Returns the name of the transform."""
        return cls.__name__

    @classmethod
    def describeArgs(cls):
        """Returns a description of each argument."""
        described = []
        for parameter in list(inspect.signature(cls.__call__).parameters.values())[1:]:
            kind, text = _WORDS.get(parameter.name, ("String", parameter.name.replace("_", " ")))
            optional = parameter.default is not inspect.Parameter.empty or parameter.kind is parameter.VAR_KEYWORD
            default = None if parameter.default is inspect.Parameter.empty else parameter.default
            described.append(
                {
                    "name": parameter.name,
                    "type": kind,
                    "description": text,
                    "optional": optional,
                    "defaultValue": default,
                }
            )
        return described

    @classmethod
    def describeReturn(cls):
        """Returns a description of what the transform returns."""
        return {"type": "DynamicFrame", "description": (cls.__call__.__doc__ or "").strip()}

    @classmethod
    def describeErrors(cls):
        """Returns a description of the errors."""
        return []

    @classmethod
    def describeTransform(cls):
        """Returns a sentence about the transform."""
        return cls.__doc__

    @classmethod
    def describe(cls):
        """Returns all that can be said about the transform."""
        return {
            "transform": {"name": cls.name(), "description": cls.describeTransform()},
            "args": cls.describeArgs(),
            "returns": cls.describeReturn(),
            "raises": cls.describeErrors(),
        }
