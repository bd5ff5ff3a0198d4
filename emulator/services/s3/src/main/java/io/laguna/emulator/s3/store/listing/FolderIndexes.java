package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.FileStat;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Folders that were read lately, which need not be read again for the next page.
 *
 * <p>A folder is as it was when its time is. The clock that a file system stamps it by is a coarse one, so a folder that
 * had just changed when it was read may have changed once more since, and is read again.
 */
final class FolderIndexes {
    private static final int MOST_ENTRIES = 400_000;
    private static final long COARSE_CLOCK = TimeUnit.MILLISECONDS.toNanos(50);

    private final Map<Path, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private int entries;

    private record Known(FileStat folder, long readAt, FolderIndex index) {
        boolean isOf(FileStat now) {
            return folder.modified() == now.modified()
                    && folder.identity().equals(now.identity())
                    && readAt - folder.modified() > COARSE_CLOCK;
        }
    }

    FolderIndex get(Path folder, boolean top, boolean archive) {
        Optional<FileStat> stat = FileStat.of(folder);
        if (stat.isEmpty()) {
            return FolderIndex.EMPTY;
        }
        Known before = known(folder);
        if (before != null && before.isOf(stat.get())) {
            return before.index();
        }
        long readAt = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        FolderIndex index = FolderIndex.read(folder, top, archive);
        keep(folder, new Known(stat.get(), readAt, index));
        return index;
    }

    private void forget(Path folder) {
        Known gone = known.remove(folder);
        entries -= gone == null ? 0 : gone.index().size();
    }

    private synchronized Known known(Path folder) {
        return known.get(folder);
    }

    private synchronized void keep(Path folder, Known read) {
        forget(folder);
        known.put(folder, read);
        entries += read.index().size();
        Iterator<Map.Entry<Path, Known>> oldest = known.entrySet().iterator();
        while (entries > MOST_ENTRIES && known.size() > 1) {
            entries -= oldest.next().getValue().index().size();
            oldest.remove();
        }
    }
}
