package io.laguna.pipelines.covid.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Case files on this machine.
 *
 * @param path a CSV file, plain, gzipped or in a zip archive, or a folder of such files; every CSV becomes a delivery
 *     of its own, in the order of file names
 * @param origin what the manifest says about where the files came from
 * @param description what the manifest gives as source; the path if absent
 */
public record CaseFiles(Path path, Origin origin, Optional<String> description) {

    /** Returns the files that the user names. */
    public static CaseFiles at(Path path) {
        return new CaseFiles(path, Origin.FILE, Optional.empty());
    }

    /** Returns files that the sample generator wrote, with the seed and size that they were made from. */
    public static CaseFiles generated(Path path, String description) {
        return new CaseFiles(path, Origin.GENERATED, Optional.of(description));
    }
}
