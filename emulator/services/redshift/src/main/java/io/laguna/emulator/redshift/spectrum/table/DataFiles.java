package io.laguna.emulator.redshift.spectrum.table;

import io.laguna.redshift.wire.message.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetPartitionsRequest;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects that are a table's rows at this time, by its partitions in the Data Catalog. */
public record DataFiles(GlueClient glue, S3Client s3) {
    private static final String DEFAULT_PARTITION = "__HIVE_DEFAULT_PARTITION__";

    /** A part of a table, with the values of its partition keys. */
    private record Part(Folder folder, List<Optional<String>> values) {}

    /**
     * Returns the objects. A folder that no partition names has no rows.
     *
     * @throws SqlFailure when a location is not in S3, or cannot be listed
     */
    public List<DataFile> of(ExternalTable table) throws SqlFailure {
        List<DataFile> files = new ArrayList<>();
        for (Part part : parts(table)) {
            List<DataFile> listed = listed(part);
            files.addAll(listed.isEmpty() ? Manifest.files(s3, part.folder(), part.values()) : listed);
        }
        return files;
    }

    private List<Part> parts(ExternalTable table) throws SqlFailure {
        if (table.partitionKeys().isEmpty()) {
            return List.of(new Part(folder(table.location()), List.of()));
        }
        List<Part> parts = new ArrayList<>();
        GetPartitionsRequest request = GetPartitionsRequest.builder()
                .databaseName(table.database())
                .tableName(table.name())
                .excludeColumnSchema(true)
                .build();
        for (var page : glue.getPartitionsPaginator(request)) {
            for (Partition partition : page.partitions()) {
                parts.add(new Part(
                        folder(partition.storageDescriptor().location()),
                        partition.values().stream()
                                .map(value -> Optional.of(value).filter(each -> !each.equals(DEFAULT_PARTITION)))
                                .toList()));
            }
        }
        return parts;
    }

    private static Folder folder(String location) throws SqlFailure {
        return Folder.of(location)
                .orElseThrow(() -> new SqlFailure("XX000", "The location \"" + location + "\" is not in Amazon S3"));
    }

    private List<DataFile> listed(Part part) throws SqlFailure {
        Folder folder = part.folder();
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(folder.bucket())
                .prefix(folder.prefix())
                .build();
        try {
            List<DataFile> files = new ArrayList<>();
            for (S3Object object : s3.listObjectsV2Paginator(request).contents()) {
                if (object.size() > 0
                        && isRead(object.key().substring(folder.prefix().length()))) {
                    files.add(new DataFile(folder.bucket(), object.key(), object.size(), object.eTag(), part.values()));
                }
            }
            return files;
        } catch (NoSuchBucketException e) {
            throw failure(folder, "The specified bucket does not exist", e);
        } catch (S3Exception e) {
            throw failure(folder, e.awsErrorDetails().errorMessage(), e);
        }
    }

    private static SqlFailure failure(Folder folder, String reason, S3Exception cause) {
        return new SqlFailure(
                "XX000",
                "S3ServiceException:" + reason + ",Status " + cause.statusCode() + ",Error "
                        + cause.awsErrorDetails().errorCode() + ",Path " + folder);
    }

    /**
     * Tells whether Spectrum reads a file of this name below a table's folder.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-tables.html">Hidden files</a>
     */
    static boolean isRead(String name) {
        for (String segment : name.split("/", -1)) {
            if (segment.startsWith(".")
                    || segment.startsWith("_")
                    || segment.startsWith("#")
                    || segment.endsWith("~")) {
                return false;
            }
        }
        return true;
    }
}
