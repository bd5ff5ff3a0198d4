"""Transforms of a frame's fields."""

from awsglue import _jvm


class FrameFields:
    """What a frame does with its fields."""

    def apply_mapping(
        self, mappings, case_sensitive=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the mapped fields: ``(source, source type, target, target type)``, shorter where a type stays."""
        specs = [self._mapping(mapping) for mapping in ([mappings] if isinstance(mappings, tuple) else mappings)]
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.ApplyMapping.apply(
                self._jdf, _jvm.java_list(self._session, specs), bool(case_sensitive), stage
            )
        )

    def _mapping(self, mapping):
        if not isinstance(mapping, tuple):
            raise TypeError(f"A mapping must be a tuple, got {mapping!r}")
        if len(mapping) not in (2, 3, 4):
            raise ValueError(f"A mapping must be a tuple of 2, 3 or 4 elements, got {mapping!r}")
        return self._transforms.MappingSpec.of(*(each if isinstance(each, str) else each.typeName() for each in mapping))

    def drop_fields(self, paths, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame without some fields."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.DropFields.apply(self._jdf, self._list(paths), stage))

    def select_fields(self, paths, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with some fields only."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.SelectFields.apply(self._jdf, self._list(paths), stage))

    def rename_field(self, oldName, newName, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with a field under another name, or in another place."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.RenameField.apply(self._jdf, oldName, newName, stage))

    def split_fields(self, paths, name1, name2, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns two frames: some fields, and the rest."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._collection(
            self._transforms.SplitFields.apply(self._jdf, self._list(paths), name1, name2, stage)
        )

    def unnest(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with structs as fields of dotted names."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Unnest.apply(self._jdf, stage))

    def unnest_ddb_json(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns records in DynamoDB's JSON as plain records with dotted names."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.DynamoJson.unnest(self._jdf, stage))

    def simplify_ddb_json(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns records in DynamoDB's JSON as plain records."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.DynamoJson.simplify(self._jdf, stage))

    def relationalize(
        self,
        root_table_name,
        staging_path,
        options={},
        transformation_ctx="",
        info="",
        stageThreshold=0,
        totalThreshold=0,
    ):
        """Returns flat tables for nested records. Nothing is staged, so the path is not used."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._collection(self._transforms.Relationalize.apply(self._jdf, root_table_name, stage))

    def unbox(self, path, format, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0, **options):
        """Returns the frame with the text at a path parsed."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        options = {**options, **(options.pop("format_options", None) or {}), **(options.pop("options", None) or {})}
        return self._of(
            self._transforms.Unbox.apply(self._jdf, path, format, _jvm.java_map(self._session, options), stage)
        )

    def resolveChoice(
        self,
        specs=None,
        choice="",
        database=None,
        table_name=None,
        transformation_ctx="",
        info="",
        stageThreshold=0,
        totalThreshold=0,
        catalog_id=None,
    ):
        """Returns the frame with choices resolved: those of ``specs``, or all by ``choice``."""
        if not specs and not choice:
            raise Exception("Parameter specs and option are both missing, add one.")
        if specs and choice:
            raise Exception("Parameter specs and option are both specified, choose one.")
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        resolve = self._transforms.ResolveChoice
        if specs:
            actions = {path: action for path, action in specs}
            return self._of(resolve.specs(self._jdf, _jvm.java_map(self._session, actions), stage))
        if choice == "match_catalog":
            if database is None or table_name is None:
                raise ValueError("match_catalog needs database and table_name")
            catalog = self.glue_ctx.get_catalog_schema_as_spark_schema(database, table_name, catalog_id)
            jschema = self._sc._jvm.org.apache.spark.sql.types.DataType.fromJson(catalog.json())
            table = self._classes.schema.SparkTypes.struct(jschema)
            return self._of(resolve.matchCatalog(self._jdf, table, stage))
        return self._of(resolve.all(self._jdf, choice, _jvm.java_map(self._session, {}), stage))
