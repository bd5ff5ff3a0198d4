package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.S3Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A folder with its files and folders. */
final class Folder {
    private final S3Path path;
    private final String name;
    private final List<SeenFile> files = new ArrayList<>();
    private final Map<String, Folder> folders = new TreeMap<>();

    private Folder(S3Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** Returns a folder with these files, which are all below it. */
    static Folder of(S3Path path, Iterable<SeenFile> files) {
        String prefix = path.prefix();
        String name = prefix.isEmpty()
                ? path.bucket()
                : prefix.substring(prefix.lastIndexOf('/', prefix.length() - 2) + 1, prefix.length() - 1);
        Folder root = new Folder(path, name);
        for (SeenFile file : files) {
            Folder folder = root;
            String rest = file.object().key().substring(prefix.length());
            for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
                folder = folder.child(rest.substring(0, slash));
                rest = rest.substring(slash + 1);
            }
            folder.files.add(file);
        }
        return root;
    }

    private Folder child(String child) {
        return folders.computeIfAbsent(
                child, same -> new Folder(new S3Path(path.bucket(), path.prefix() + child + "/"), child));
    }

    S3Path path() {
        return path;
    }

    /** Returns the last part of the path, or the bucket. */
    String name() {
        return name;
    }

    List<SeenFile> files() {
        return files;
    }

    Collection<Folder> folders() {
        return folders.values();
    }

    /** Calls for this folder and each below it that has files. */
    void forEachWithFiles(Consumer<Folder> consumer) {
        if (!files.isEmpty()) {
            consumer.accept(this);
        }
        folders.values().forEach(folder -> folder.forEachWithFiles(consumer));
    }
}
