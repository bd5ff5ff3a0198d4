package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The place of a key's object in its bucket's folder.
 *
 * @param folders the names of the folders that it is in
 * @param file the name of its file, where one can hold the key's last segment
 * @param escapedFile the names, one in another, of the file that has it where {@code file} cannot
 */
public record KeyPath(String key, List<String> folders, Optional<String> file, List<String> escapedFile) {
    private static final int LONGEST = 1024;

    /**
     * Returns the names of the key.
     *
     * @throws StoreException for what can be no key
     */
    public static KeyPath of(String key) {
        if (key.isEmpty()) {
            throw new StoreException(Reason.INVALID_KEY, "A key has one character at least.");
        }
        if (key.length() * 3 > LONGEST && Utf8.length(key) > LONGEST) {
            throw new StoreException(Reason.KEY_TOO_LONG, "The key is longer than 1,024 bytes of UTF-8.");
        }
        if (!Utf8.isValid(key)) {
            throw new StoreException(Reason.INVALID_KEY, "The key is not valid UTF-8.");
        }
        int last = key.lastIndexOf('/') + 1;
        String segment = key.substring(last);
        return new KeyPath(
                key,
                folders(key.substring(0, last)),
                SegmentNames.file(segment, last == 0),
                SegmentNames.escapedFile(segment));
    }

    /** The names of the folders of a prefix that is empty or ends in a slash. */
    public static List<String> folders(String prefix) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', from)) {
            names.addAll(SegmentNames.folder(prefix.substring(from, slash), from == 0));
            from = slash + 1;
        }
        return names;
    }

    /** Tells whether a folder itself can be the object: S3's way to have an empty folder. */
    public boolean isFolder() {
        return key.endsWith("/");
    }

    /** The folder that it is in. */
    public Path folder(Path root) {
        return resolve(root, folders);
    }

    /** Returns the path of the object unless that is a folder. */
    public Optional<Path> file(Path root) {
        return file.map(name -> resolve(folder(root), List.of(name)));
    }

    /** Returns the path of the object when {@link #file(Path)} is a folder, or cannot be. */
    public Path escapedFile(Path root) {
        return resolve(folder(root), escapedFile);
    }

    public static Path resolve(Path root, List<String> names) {
        try {
            return names.isEmpty() ? root : root.resolve(String.join("/", names));
        } catch (InvalidPathException e) {
            throw new StoreException(
                    Reason.INVALID_KEY,
                    "The key has a character that no file's name can have here. Start Laguna with LC_ALL=C.UTF-8.");
        }
    }
}
