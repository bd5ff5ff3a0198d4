package io.laguna.emulator.crawl.delta;

import io.laguna.emulator.crawl.ManifestFolder;
import io.laguna.emulator.crawl.S3Path;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lists of a table's data files that readers take who know nothing of Delta Lake: one for each partition.
 *
 * @see <a href="https://docs.delta.io/latest/presto-integration.html">Presto, Trino, and Athena to Delta Lake
 *     integration</a>
 */
final class Manifests {
    private static final String FOLDER = "_symlink_format_manifest/";

    private final S3Path table;
    private final DeltaSnapshot snapshot;

    Manifests(S3Path table, DeltaSnapshot snapshot) {
        this.table = table;
        this.snapshot = snapshot;
    }

    /** Returns the address of the lists. */
    String location() {
        return table.location() + FOLDER;
    }

    /** Returns the address of each partition's list, by the partition's values. */
    Map<List<String>, String> partitions() {
        Map<List<String>, String> partitions =
                new TreeMap<>((one, other) -> folder(one).compareTo(folder(other)));
        snapshot.files()
                .forEach(file -> partitions.put(snapshot.values(file), location() + folder(snapshot.values(file))));
        return partitions;
    }

    /** Returns the lists as they are to be. */
    ManifestFolder files() {
        Map<String, List<String>> lines = new TreeMap<>();
        if (snapshot.partitionColumns().isEmpty()) {
            lines.put("manifest", new ArrayList<>());
        }
        for (AddedFile file : snapshot.files()) {
            lines.computeIfAbsent(folder(snapshot.values(file)) + "manifest", added -> new ArrayList<>())
                    .add(address(file));
        }
        Map<String, String> files = new TreeMap<>();
        lines.forEach((name, list) ->
                files.put(name, list.stream().sorted().map(line -> line + "\n").collect(Collectors.joining())));
        return new ManifestFolder(new S3Path(table.bucket(), table.prefix() + FOLDER), files);
    }

    private String folder(List<String> values) {
        StringBuilder folder = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            folder.append(HivePath.escaped(snapshot.partitionColumns().get(i)))
                    .append('=')
                    .append(HivePath.escaped(values.get(i)))
                    .append('/');
        }
        return folder.toString();
    }

    /** Paths are encoded like those of a URI, in which a plus is a plus. */
    private String address(AddedFile file) {
        String path = URLDecoder.decode(file.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        return path.contains("://") ? path.replaceFirst("^s3[an]://", "s3://") : table.location() + path;
    }
}
