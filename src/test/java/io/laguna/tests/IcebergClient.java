package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.avro.Avro;
import org.apache.iceberg.aws.glue.GlueCatalog;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.avro.DataWriter;
import org.apache.iceberg.io.CloseableIterable;

/** Iceberg's own Java client on the lake: its GlueCatalog and its S3FileIO. */
final class IcebergClient implements AutoCloseable {
    private final GlueCatalog catalog = new GlueCatalog();

    IcebergClient(SystemLake lake, String warehouse) {
        catalog.initialize(
                "lake",
                Map.of(
                        "warehouse", warehouse,
                        "glue.endpoint", lake.endpoint(),
                        "s3.endpoint", lake.endpoint(),
                        "s3.path-style-access", "true",
                        "client.region", "us-east-1",
                        "client.credentials-provider", SignedAsLake.class.getName(),
                        "client.credentials-provider.id", lake.keys().own().accessKeyId(),
                        "client.credentials-provider.secret", lake.keys().own().secretAccessKey()));
    }

    Catalog catalog() {
        return catalog;
    }

    SupportsNamespaces namespaces() {
        return catalog;
    }

    /** Writes one file of rows, which is in no table until it is committed. */
    static DataFile file(Table table, List<Map<String, Object>> rows) {
        var writer = Avro.writeData(table.io().newOutputFile(table.location() + "/data/" + UUID.randomUUID() + ".avro"))
                .schema(table.schema())
                .createWriterFunc(DataWriter::create)
                .withSpec(PartitionSpec.unpartitioned());
        try {
            org.apache.iceberg.io.DataWriter<Record> open = writer.build();
            try (open) {
                rows.forEach(
                        row -> open.write(GenericRecord.create(table.schema()).copy(row)));
            }
            return open.toDataFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a column of the table as it is now. */
    static List<Object> values(Table table, String column) {
        return values(IcebergGenerics.read(table), column);
    }

    static List<Object> values(IcebergGenerics.ScanBuilder scan, String column) {
        List<Object> values = new ArrayList<>();
        try (CloseableIterable<Record> rows = scan.build()) {
            rows.forEach(row -> values.add(row.getField(column)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        catalog.close();
    }
}
