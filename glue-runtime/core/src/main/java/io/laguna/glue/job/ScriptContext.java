package io.laguna.glue.job;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.sink.DataSink;
import io.laguna.glue.sink.Sinks;
import io.laguna.glue.source.DataSource;
import io.laguna.glue.source.Sources;
import java.util.Map;

/** The sources and sinks of a script, by the methods whose names its failures show. */
public final class ScriptContext {
    private final GlueContext context;

    public ScriptContext(GlueContext context) {
        this.context = context;
    }

    public DataSource getSource(String connectionType, Map<String, ?> options, String transformationContext) {
        return Sources.of(context, connectionType, options, transformationContext);
    }

    public DataSource getCatalogSource(
            String database,
            String table,
            String transformationContext,
            String predicate,
            Map<String, ?> options,
            String catalogId) {
        return Sources.ofCatalog(context, database, table, transformationContext, predicate, options, catalogId);
    }

    public DataSink getSink(String connectionType, Map<String, ?> options) {
        return Sinks.of(context, connectionType, options);
    }

    public DataSink getCatalogSink(String database, String table, Map<String, ?> options, String catalogId) {
        return Sinks.ofCatalog(context, database, table, options, catalogId);
    }

    public DataSink getJDBCSink(String connection, Map<String, ?> options, String catalogId) {
        return Sinks.ofConnection(context, connection, options, catalogId);
    }
}
