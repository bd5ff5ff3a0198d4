package io.laguna.engines.trino.lake.files;

import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.trino.filesystem.FileEntry;
import io.trino.filesystem.FileIterator;
import io.trino.filesystem.Location;
import io.trino.filesystem.TrinoFileSystem;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The folders of one folder that a query asks for, one after the other, and their files as far as they are listed. */
final class FoldersBeside {
    /** The keys of an answer of S3: no folder takes more requests than this one beside its own. */
    private static final int PAGE = 1_000;
    /** More files are not held in memory; folders behind them are listed alone. */
    private static final int MOST = 5_000;

    private final Location parent;
    private final NavigableMap<Slice, FileEntry> read = new TreeMap<>();
    private final Set<Slice> given = new HashSet<>();
    private Optional<FileIterator> listing = Optional.empty();
    private Slice begin = Slices.EMPTY_SLICE;
    private Slice reached = Slices.EMPTY_SLICE;
    private boolean isFirst = true;

    FoldersBeside(Location parent) {
        this.parent = parent;
    }

    /**
     * Returns the files below a folder; empty for the first one, and for one that lies before or far behind the listing.
     *
     * @param path the folder's key, with a slash at its end
     */
    synchronized Optional<List<FileEntry>> take(TrinoFileSystem files, String path) throws IOException {
        Slice folder = Slices.utf8Slice(path);
        if (isFirst || !given.add(folder)) {
            isFirst = false;
            given.add(folder);
            return Optional.empty();
        }
        if (listing.isEmpty()) {
            begin = folder;
            listing = Optional.of(files.listFilesStartingFrom(
                    parent, path.substring(parent.path().length())));
        }
        // The character after the slash: no key below the folder comes behind it.
        Slice end = Slices.utf8Slice(path.substring(0, path.length() - 1) + (char) ('/' + 1));
        if (folder.compareTo(begin) < 0 || !readTo(end)) {
            return Optional.empty();
        }
        NavigableMap<Slice, FileEntry> below = read.subMap(folder, true, end, false);
        List<FileEntry> entries = List.copyOf(below.values());
        below.clear();
        return Optional.of(entries);
    }

    /** Reads on, and tells whether everything before a key has been read. */
    private boolean readTo(Slice end) throws IOException {
        FileIterator keys = listing.orElseThrow();
        for (int count = 0; reached.compareTo(end) < 0 && keys.hasNext(); count++) {
            if (count == PAGE || read.size() == MOST) {
                return false;
            }
            FileEntry entry = keys.next();
            reached = Slices.utf8Slice(entry.location().path());
            read.put(reached, entry);
        }
        return true;
    }
}
