"""The transforms as classes: each is called by ``apply``, and describes itself."""

import json

from awsglue import utils
from awsglue._transform import GlueTransform

__all__ = [
    "Unbox",
    "RenameField",
    "DropFields",
    "SplitFields",
    "SelectFields",
    "SplitRows",
    "UnnestFrame",
    "Relationalize",
    "SelectFromCollection",
    "MapToCollection",
    "ErrorsAsDynamicFrame",
    "FlatMap",
    "DropNullFields",
    "Join",
    "ApplyMapping",
    "Repartition",
    "ResolveChoice",
    "Spigot",
    "Filter",
    "Map",
    "Coalesce",
    "Union",
]

class ApplyMapping(GlueTransform):
    """Maps fields to other places, names and types."""

    def __call__(
        self, frame, mappings, case_sensitive=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the mapped frame."""
        return frame.apply_mapping(mappings, case_sensitive, transformation_ctx, info, stageThreshold, totalThreshold)


class DropFields(GlueTransform):
    """Drops fields."""

    def __call__(self, frame, paths, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame without the fields."""
        return frame.drop_fields(paths, transformation_ctx, info, stageThreshold, totalThreshold)


class DropNullFields(GlueTransform):
    """Drops the fields that are null in every record."""

    def __call__(self, frame, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame without the fields of the null type."""
        paths = [path.replace("`", "") for path in frame._transforms.DropNullFields.paths(frame._jdf)]
        if paths:
            print("null_fields", paths)
        stage = frame._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return frame._of(frame._transforms.DropNullFields.apply(frame._jdf, stage))


class ErrorsAsDynamicFrame(GlueTransform):
    """Makes records of errors."""

    def __call__(self, frame):
        """Returns a frame with a record for each error."""
        return frame.errorsAsDynamicFrame()


class Filter(GlueTransform):
    """Keeps the records for which a function holds."""

    def __call__(self, frame, f, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the records that are kept."""
        return frame.filter(f, transformation_ctx, info, stageThreshold, totalThreshold)


class Map(GlueTransform):
    """Applies a function to every record."""

    def __call__(self, frame, f, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the records that the function returned."""
        return frame.map(f, False, transformation_ctx, info, stageThreshold, totalThreshold)


class Join(GlueTransform):
    """Joins two frames on equal keys."""

    def __call__(self, frame1, frame2, keys1, keys2, transformation_ctx=""):
        """Returns the joined frame."""
        return frame1.join(keys1, keys2, frame2, transformation_ctx)


class Union(GlueTransform):
    """Puts the records of two frames into one."""

    def __call__(self, frame1, frame2, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the records of both frames."""
        return frame1.union(frame2, transformation_ctx, info, stageThreshold, totalThreshold)


class Relationalize(GlueTransform):
    """Makes flat tables of nested records."""

    def __call__(
        self,
        frame,
        staging_path=None,
        name="roottable",
        options=None,
        transformation_ctx="",
        info="",
        stageThreshold=0,
        totalThreshold=0,
    ):
        """Returns a collection of flat frames."""
        path = staging_path or utils.resolved.get("TempDir")
        if path is None:
            raise RuntimeError("Relationalize needs a staging_path: none was given, and the job has no --TempDir")
        return frame.relationalize(name, path, options or {}, transformation_ctx, info, stageThreshold, totalThreshold)


class RenameField(GlueTransform):
    """Renames a field."""

    def __call__(self, frame, old_name, new_name, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with the field under its new name."""
        return frame.rename_field(old_name, new_name, transformation_ctx, info, stageThreshold, totalThreshold)


class ResolveChoice(GlueTransform):
    """Resolves choices."""

    def __call__(
        self,
        frame,
        specs=None,
        choice="",
        transformation_ctx="",
        info="",
        stageThreshold=0,
        totalThreshold=0,
        database=None,
        table_name=None,
        catalog_id=None,
    ):
        """Returns the frame with choices resolved."""
        return frame.resolveChoice(
            specs,
            choice,
            database,
            table_name,
            transformation_ctx,
            info,
            stageThreshold,
            totalThreshold,
            catalog_id,
        )


class SelectFields(GlueTransform):
    """Selects fields."""

    def __call__(self, frame, paths, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with these fields only."""
        return frame.select_fields(paths, transformation_ctx, info, stageThreshold, totalThreshold)


class SplitFields(GlueTransform):
    """Divides fields between two frames."""

    def __call__(
        self, frame, paths, name1=None, name2=None, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns a collection of two frames."""
        return frame.split_fields(
            paths,
            name1 or frame.name + "1",
            name2 or frame.name + "2",
            transformation_ctx,
            info,
            stageThreshold,
            totalThreshold,
        )


class SplitRows(GlueTransform):
    """Divides records between two frames."""

    def __call__(
        self,
        frame,
        comparison_dict,
        name1="frame1",
        name2="frame2",
        transformation_ctx="",
        info=None,
        stageThreshold=0,
        totalThreshold=0,
    ):
        """Returns a collection of two frames."""
        return frame.split_rows(
            comparison_dict, name1, name2, transformation_ctx, info, stageThreshold, totalThreshold
        )


class Spigot(GlueTransform):
    """Writes a sample of the records on the way."""

    def __call__(self, frame, path, options={}, transformation_ctx=""):
        """Returns the frame as it was."""
        return frame.spigot(path, options, transformation_ctx)


class Unbox(GlueTransform):
    """Parses the text in a field."""

    def __call__(
        self, frame, path, format, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0, **options
    ):
        """Returns the frame with the parsed field."""
        return frame.unbox(path, format, transformation_ctx, info, stageThreshold, totalThreshold, **options)


class UnnestFrame(GlueTransform):
    """Makes fields of structs."""

    def __call__(self, frame, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame without structs."""
        return frame.unnest(transformation_ctx, info, stageThreshold, totalThreshold)


class Repartition(GlueTransform):
    """Divides a frame into partitions."""

    def __call__(self, frame, num_partitions, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame in so many partitions."""
        return frame.repartition(num_partitions, transformation_ctx, info, stageThreshold, totalThreshold)


class Coalesce(GlueTransform):
    """Puts a frame into fewer partitions."""

    def __call__(
        self, frame, num_partitions, shuffle=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the frame in fewer partitions."""
        return frame.coalesce(num_partitions, shuffle, transformation_ctx, info, stageThreshold, totalThreshold)


class SelectFromCollection(GlueTransform):
    """Selects a frame of a collection."""

    def __call__(self, dfc, key, transformation_ctx=""):
        """Returns the frame of the key."""
        return dfc.select(key, transformation_ctx)


class MapToCollection(GlueTransform):
    """Applies a transform to every frame of a collection."""

    def __call__(self, dfc, BaseTransform, frame_name="frame", transformation_ctx="", **base_kwargs):
        """Returns a collection of the transformed frames."""

        def transformed(frame, ctx):
            return BaseTransform.apply(**{frame_name: frame, "transformation_ctx": ctx, **base_kwargs})

        return dfc.map(transformed, transformation_ctx)


class FlatMap(GlueTransform):
    """Applies a transform to every frame of a collection and puts the results together."""

    def __call__(self, dfc, BaseTransform, frame_name="frame", transformation_ctx="", **base_kwargs):
        """Returns a collection of all frames that came out."""

        def transformed(frame, ctx):
            return BaseTransform.apply(**{frame_name: frame, "transformation_ctx": ctx, **base_kwargs})

        return dfc.flatmap(transformed, transformation_ctx)


def get_transforms():
    """Returns the classes of all transforms."""
    return {globals()[name] for name in __all__}


def get_transform(name):
    """Returns the class of a transform."""
    if name not in __all__:
        raise ValueError(f"There is no transform {name}")
    return globals()[name]


def describe_transform(name):
    """Returns all that can be said about a transform, as JSON."""
    return json.dumps(get_transform(name).describe())
