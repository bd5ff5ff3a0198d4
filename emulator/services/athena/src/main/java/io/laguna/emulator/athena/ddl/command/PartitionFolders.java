package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.kit.hive.PartitionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** The folders in S3 that are named like a table's partitions, {@code key=value}, with the keys in lower case. */
record PartitionFolders(S3Client s3, List<Column> keys) {
    /**
     * A folder of a partition.
     *
     * @param name below the table's folder, as it is in S3
     */
    record Found(String name, List<String> values) {
        Found and(String folder, String value) {
            List<String> all = new ArrayList<>(values);
            all.add(value);
            return new Found(name.isEmpty() ? folder : name + "/" + folder, all);
        }
    }

    List<Found> below(Location table) {
        List<Found> found = List.of(new Found("", List.of()));
        for (Column key : keys) {
            List<Found> deeper = new ArrayList<>();
            for (Found folder : found) {
                deeper.addAll(below(table, folder, key.name() + "="));
            }
            found = deeper;
        }
        return found;
    }

    private List<Found> below(Location table, Found folder, String start) {
        String prefix = (folder.name().isEmpty() ? table : table.folder(folder.name())).prefix();
        return s3
                .listObjectsV2Paginator(ListObjectsV2Request.builder()
                        .bucket(table.bucket())
                        .prefix(prefix + start)
                        .delimiter("/")
                        .build())
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix)
                .map(key -> key.substring(prefix.length(), key.length() - 1))
                .map(name -> folder.and(name, PartitionName.value(name.substring(start.length()))))
                .toList();
    }

    boolean exists(Partition partition) {
        return Optional.ofNullable(partition.storageDescriptor())
                .flatMap(storage -> Optional.ofNullable(storage.location()))
                .map(Location::parse)
                .map(this::holdsObjects)
                .orElse(false);
    }

    private boolean holdsObjects(Location location) {
        return s3.listObjectsV2(request -> request.bucket(location.bucket())
                                .prefix(location.prefix())
                                .maxKeys(1))
                        .keyCount()
                > 0;
    }
}
