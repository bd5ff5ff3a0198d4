package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.SegmentNames.Kind;
import java.nio.file.Path;

/**
 * A name in a folder, as a part of keys. What a name stands for is asked only when a listing comes to it, so a plain name
 * has two places in the order, that of a file and that of a folder.
 *
 * @param text what it adds to the keys of its folder: {@code a} for a file, {@code a/} for a folder
 * @param kind how its name says that
 * @param asFolder whether this is its place as a folder
 */
record FolderEntry(String text, Kind kind, boolean asFolder, Named named) {
    String name() {
        return named.name;
    }

    /** Tells whether the file is of the kind that has this place. */
    boolean isThere(Path folder) {
        named.look(folder);
        return named.type == (asFolder ? FileStat.Type.FOLDER : FileStat.Type.FILE);
    }

    boolean isLink() {
        return named.link;
    }

    /** A name, and what it stands for once somebody has looked. It can stand for nothing else while its folder's time stays. */
    static final class Named {
        private final String name;
        private boolean link;
        private volatile FileStat.Type type;

        Named(String name) {
            this.name = name;
        }

        private void look(Path folder) {
            if (type == null) {
                Path path = folder.resolve(name);
                FileStat.Type found = FileStat.ofLink(path).map(FileStat::type).orElse(FileStat.Type.OTHER);
                link = found == FileStat.Type.LINK;
                type = link ? FileStat.of(path).map(FileStat::type).orElse(FileStat.Type.OTHER) : found;
            }
        }
    }
}
