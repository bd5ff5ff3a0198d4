package io.laguna.glue.source;

import io.laguna.glue.catalog.CatalogNames;
import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.CsvTable;
import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.catalog.PartitionChoice;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.format.RecordFormat;
import io.laguna.glue.format.RecordFormats;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.record.Struct;
import io.laguna.glue.storage.SourceFile;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import software.amazon.awssdk.services.glue.model.Partition;

/**
 * A table of the catalog. Names and types of its columns are the catalog's where the files have none of their own; the
 * columns of partitions come last.
 *
 * @param predicate Spark's SQL over the partition columns, or empty
 */
record CatalogSource(
        GlueContext context,
        DataCatalog catalog,
        CatalogTable table,
        Options options,
        String predicate,
        String transformationContext)
        implements Source {

    @Override
    public DynamicFrame frame() throws IOException {
        String format = table.format();
        Optional<LakeTable> lake = LakeTable.of(context, table, format);
        if (lake.isPresent()) {
            return lake.get().frame();
        }
        if (JdbcTables.isVendor(format)) {
            return JdbcSource.of(context, catalog, table, options, transformationContext)
                    .frame();
        }
        return files(format);
    }

    private DynamicFrame files(String format) throws IOException {
        FileSource source = new FileSource(context, format, options, Options.NONE, transformationContext);
        source.logOthers();
        List<PartitionFiles> listed = listed(source);
        Set<SourceFile> chosen = new HashSet<>(source.bookmarked(
                listed.stream().flatMap(each -> each.files().stream()).toList()));
        List<PartitionFiles> read = listed.stream()
                .map(each -> each.only(chosen))
                .filter(each -> !each.files().isEmpty())
                .toList();
        if (read.isEmpty()) {
            return RecordFiles.none(context);
        }
        if (TypedFiles.isTyped(format)) {
            return new TypedTable(context, table, new TypedFiles(context, format, Options.NONE)).frame(read);
        }
        return new RecordFiles(context, format(format), options, Options.NONE)
                .frame(read.stream().flatMap(each -> inputs(each).stream()).toList());
    }

    /** Returns the files of every partition that the predicates choose. */
    private List<PartitionFiles> listed(FileSource source) throws IOException {
        if (!table.isPartitioned()) {
            if (!predicate.isEmpty()) {
                choice().where(predicate, List.of());
            }
            return List.of(new PartitionFiles(
                    List.of(), table.location(), source.list(table.location(), options.flag("recurse"))));
        }
        List<Partition> partitions = catalog.partitions(table, options.text("catalogPartitionPredicate"));
        if (!predicate.isEmpty()) {
            partitions = choice().where(predicate, partitions);
        }
        List<PartitionFiles> files = new ArrayList<>();
        for (Partition partition : partitions) {
            String location = partition.storageDescriptor().location();
            files.add(new PartitionFiles(
                    choice().values(partition), location, source.list(location, options.flag("recurse"))));
        }
        return files;
    }

    private PartitionChoice choice() {
        return new PartitionChoice(context.sparkSession(), table.partitionSchema());
    }

    private List<InputFile> inputs(PartitionFiles files) {
        String[] names = table.partitionSchema().fieldNames();
        Struct values = new Struct(names.length);
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], files.values().get(i));
        }
        return files.files().stream().map(file -> new InputFile(file, values)).toList();
    }

    private RecordFormat format(String format) {
        SparkSession session = context.sparkSession();
        if (format.equals("csv")) {
            return new CsvTable(table, ZoneId.of(session.sessionState().conf().sessionLocalTimeZone())).format();
        }
        Map<String, Object> described = new LinkedHashMap<>(table.parameters());
        table.parameter("input.format").ifPresent(pattern -> described.put("logFormat", pattern));
        table.parameter("grokPattern").ifPresent(pattern -> described.put("logFormat", pattern));
        table.parameter("input.grokCustomPatterns").ifPresent(patterns -> described.put("customPatterns", patterns));
        table.parameter("rowTag").ifPresent(tag -> described.put("rowTag", tag));
        table.parameter("jsonPath").ifPresent(path -> described.put("jsonPath", path));
        RecordFormat named = RecordFormats.named(format, Options.of(described));
        return format.equals("json") ? new CatalogNames(table, named) : named;
    }
}
