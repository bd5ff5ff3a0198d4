"""Frames by their names."""

from awsglue import _jvm


class DynamicFrameCollection:
    """Frames by their names."""

    def __init__(self, dynamic_frames, glue_ctx):
        if isinstance(dynamic_frames, dict):
            self._frames = dict(dynamic_frames)
        elif isinstance(dynamic_frames, list):
            self._frames = {frame.name: frame for frame in dynamic_frames}
        else:
            raise TypeError("dynamic_frames must be a dict or a list of DynamicFrames")
        self._glue_ctx = glue_ctx

    def __getitem__(self, key):
        return self._frames[key]

    def __len__(self):
        return len(self._frames)

    def keys(self):
        """Returns the names."""
        return self._frames.keys()

    def values(self):
        """Returns the frames."""
        return self._frames.values()

    def select(self, key, transformation_ctx=""):
        """Returns the frame of a name; an empty one when there is none."""
        if key in self._frames:
            return self._frames[key]
        from awsglue.dynamicframe import DynamicFrame

        session = _jvm.session_of(self._glue_ctx)
        return DynamicFrame.fromDF(session.createDataFrame([], "struct<>"), self._glue_ctx, key)

    def map(self, callable, transformation_ctx=""):
        """Returns the collection of what ``callable(frame, ctx)`` makes of each frame."""
        return DynamicFrameCollection(
            {key: callable(frame, transformation_ctx + key) for key, frame in self._frames.items()}, self._glue_ctx
        )

    def flatmap(self, f, transformation_ctx=""):
        """Returns the frames of all collections that ``f(frame, ctx)`` makes, their names after that of the frame."""
        flat = {}
        for key, frame in self._frames.items():
            made = f(frame, transformation_ctx + key)
            if isinstance(made, DynamicFrameCollection):
                flat.update({f"{key}_{inner}": made[inner] for inner in made.keys()})
            else:
                flat[key] = made
        return DynamicFrameCollection(flat, self._glue_ctx)
