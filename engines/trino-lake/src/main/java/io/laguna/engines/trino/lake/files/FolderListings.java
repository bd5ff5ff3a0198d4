package io.laguna.engines.trino.lake.files;

import com.google.common.base.CharMatcher;
import io.trino.filesystem.FileEntry;
import io.trino.filesystem.Location;
import io.trino.filesystem.TrinoFileSystem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The listings of one query. By itself Trino lists each partition by a request of its own. Here the second folder that a
 * query asks for beside another is listed together with those behind it, by as many requests as a thousand keys need.
 *
 * <p>Nothing is kept for another query, and a folder that is asked for again is listed again.
 */
final class FolderListings {
    private final Map<String, FoldersBeside> parents = new HashMap<>();

    /** Returns the files of a folder at every depth; empty where it is to be listed alone. */
    Optional<List<FileEntry>> list(TrinoFileSystem files, Location folder) throws IOException {
        String path = folder.path().endsWith("/") ? folder.path() : folder.path() + "/";
        int parent = path.lastIndexOf('/', path.length() - 2) + 1;
        // S3 goes by the bytes of UTF-8, and Trino begins at names of ASCII only.
        if (parent == 0 || !CharMatcher.ascii().matchesAllOf(path)) {
            return Optional.empty();
        }
        String uri = folder.toString();
        Location beside =
                Location.of(uri.substring(0, uri.length() - folder.path().length() + parent));
        return beside(beside).take(files, path);
    }

    private synchronized FoldersBeside beside(Location parent) {
        return parents.computeIfAbsent(parent.toString(), uri -> new FoldersBeside(parent));
    }
}
