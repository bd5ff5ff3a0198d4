package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.SegmentNames;
import io.laguna.emulator.s3.store.layout.SegmentNames.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder on the way through a bucket.
 *
 * @param base what all keys in it begin with
 * @param pending what the last segment has of that, when it goes on in this folder
 * @param names the folders that have {@code pending}
 */
record WalkedFolder(Path path, String base, String pending, List<String> names) {
    static WalkedFolder of(Path path, String base) {
        return new WalkedFolder(path, base, "", List.of());
    }

    WalkedFolder in(FolderEntry entry) {
        Path folder = path.resolve(entry.name());
        return entry.kind() == Kind.CONTINUED
                ? new WalkedFolder(folder, base + entry.text(), pending + entry.text(), with(entry))
                : of(folder, base + entry.text());
    }

    /** Tells whether the entry has the name that its key has, which for one made by hand may not be so. */
    boolean has(FolderEntry entry) {
        boolean first = base.length() == pending.length();
        return switch (entry.kind()) {
            case LITERAL -> pending.isEmpty();
            case CONTINUED -> true;
            case FILE -> !(base + entry.text()).isEmpty()
                    && SegmentNames.escapedFile(pending + entry.text()).equals(with(entry));
            case FOLDER -> {
                String segment = pending + entry.text();
                yield SegmentNames.folder(segment.substring(0, segment.length() - 1), first)
                        .equals(with(entry));
            }
        };
    }

    private List<String> with(FolderEntry entry) {
        List<String> all = new ArrayList<>(names);
        all.add(entry.name());
        return all;
    }
}
