package io.laguna.emulator.s3.store;

import io.laguna.emulator.s3.store.SegmentNames.Kind;

/**
 * A file or folder in a folder, as a part of keys.
 *
 * @param text what it adds to the keys of its folder: {@code name} for a file, {@code name/} for a folder
 * @param kind how its name says that
 * @param type a file, or a folder
 * @param link whether it is a symbolic link to that, or to nowhere
 */
record FolderEntry(String text, String name, Kind kind, FileStat.Type type, boolean link) {
    boolean isFolder() {
        return type == FileStat.Type.FOLDER;
    }
}
