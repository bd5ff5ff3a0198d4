package io.laguna.engines.trino.lake.files;

import io.laguna.engines.trino.lake.call.Forwarding;
import io.trino.filesystem.FileEntry;
import io.trino.filesystem.FileIterator;
import io.trino.filesystem.Location;
import io.trino.filesystem.TrinoFileSystem;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Trino's own files on S3, whose folders are listed by the {@link FolderListings} of a query. */
final class ListedTogether {
    private ListedTogether() {}

    static TrinoFileSystem of(TrinoFileSystem files, FolderListings listings) {
        return Forwarding.to(TrinoFileSystem.class, (method, arguments) -> {
            if (!method.getName().equals("listFiles")) {
                return Forwarding.call(method, files, arguments);
            }
            Optional<List<FileEntry>> listed = listings.list(files, (Location) arguments[0]);
            return listed.isPresent() ? iterator(listed.get()) : Forwarding.call(method, files, arguments);
        });
    }

    private static FileIterator iterator(List<FileEntry> entries) {
        Iterator<FileEntry> iterator = entries.iterator();
        return new FileIterator() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public FileEntry next() {
                return iterator.next();
            }
        };
    }
}
