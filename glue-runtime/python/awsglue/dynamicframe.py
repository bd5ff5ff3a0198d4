"""Frames of records that describe themselves, and collections of them."""

import json

from pyspark.sql import DataFrame

from awsglue import _jvm
from awsglue._collection import DynamicFrameCollection
from awsglue._connections import DynamicFrameReader, DynamicFrameWriter
from awsglue._frame_fields import FrameFields
from awsglue._frame_functions import FrameFunctions
from awsglue._frame_rows import FrameRows
from awsglue._records import DynamicRecord
from awsglue.gluetypes import from_json

__all__ = [
    "DynamicFrame",
    "DynamicFrameCollection",
    "DynamicFrameReader",
    "DynamicFrameWriter",
    "DynamicRecord",
    "ResolveOption",
]


class ResolveOption:
    """What becomes of the choice at a path when a frame becomes a DataFrame: an action, and a type for ``Project``."""

    def __init__(self, path, action, target=None):
        self.path = path
        self.action = action
        self.target = target

    def spec(self):
        """Returns the resolution as ``resolveChoice`` takes it."""
        if self.action == "KeepAsStruct":
            return "make_struct"
        if self.action == "Project" and self.target is not None:
            name = self.target if isinstance(self.target, str) else self.target.typeName()
            return f"project:{name}"
        raise ValueError(f"Invalid resolve option {self.action} for {self.path}: use KeepAsStruct, or Project with a type")


class DynamicFrame(FrameFields, FrameFunctions, FrameRows):
    """A frame of records, each of which has its own schema."""

    def __init__(self, jdf, glue_ctx, name=""):
        self._jdf = jdf
        self.glue_ctx = glue_ctx
        self._session = _jvm.session_of(glue_ctx)
        self._sc = self._session.sparkContext
        self._classes = _jvm.classes(self._session)
        self.name = name
        self._schema = None

    @classmethod
    def fromDF(cls, dataframe, glue_ctx, name=""):
        """Returns the frame of a DataFrame's rows."""
        jframes = _jvm.classes(_jvm.session_of(glue_ctx)).frame.DynamicFrame
        return cls(jframes.ofDataFrame(dataframe._jdf, _jvm.context(glue_ctx), name), glue_ctx, name)

    def _of(self, jdf, name=None):
        return DynamicFrame(jdf, self.glue_ctx, self.name if name is None else name)

    def _stage(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        return _jvm.stage(self._session, transformation_ctx, info, stageThreshold, totalThreshold)

    def _list(self, values):
        return _jvm.java_list(self._session, _jvm.texts(values))

    def _collection(self, frames):
        return DynamicFrameCollection({name: self._of(frame, name) for name, frame in frames.items()}, self.glue_ctx)

    @property
    def _transforms(self):
        return self._classes.transform

    # What a frame holds.

    def schema(self):
        """Returns the schema as gluetypes: for records, a pass over them."""
        if self._schema is None:
            self._schema = from_json(json.loads(self._jdf.schema().jsonValue()))
        return self._schema

    def with_frame_schema(self, schema):
        """Returns the same records under a schema that is not looked for any more."""
        parsed = self._classes.schema.SchemaJson.parse(json.dumps(schema.jsonValue()))
        return self._of(self._jdf.withSchema(parsed))

    def printSchema(self):
        """Prints the tree of fields."""
        print(self._jdf.schema().treeString())

    def show(self, num_rows=20):
        """Prints the first records as JSON, one a line."""
        for record in self._jdf.show(int(num_rows)):
            print(record)

    def count(self):
        """Returns the number of records."""
        return self._jdf.count()

    def getNumPartitions(self):
        """Returns the number of partitions."""
        return self._jdf.partitions()

    def toDF(self, options=None):
        """Returns a DataFrame; what ``options`` does not resolve of choices becomes structs."""
        frame = self
        if options:
            chosen = options if isinstance(options, (list, tuple)) else [options]
            frame = self.resolveChoice(specs=[(option.path, option.spec()) for option in chosen])
        return DataFrame(frame._jdf.toDF(), self._session)

    # Errors.

    def errorsAsDynamicFrame(self):
        """Returns a frame with a record for each error."""
        return self._of(self._jdf.errorsAsDynamicFrame(), self.name + "_errors")

    def errorsCount(self):
        """Returns the number of errors up to here."""
        return self._jdf.errorsCount()

    def stageErrorsCount(self):
        """Returns the number of errors that this step made."""
        return self._jdf.stageErrorsCount()

    def assertErrorThreshold(self):
        """Fails when there are more errors than allowed."""
        return self._jdf.assertErrorThreshold()

    def write(self, connection_type, connection_options, format, format_options={}, accumulator_size=0):
        """Writes the frame and returns the frame of errors."""
        return self.glue_ctx.write_dynamic_frame_from_options(
            self, connection_type, connection_options, format, format_options
        )
