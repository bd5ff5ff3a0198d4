package io.laguna.emulator.s3.store.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The file system's facts about a file, by which the file is known again.
 *
 * @param modified in nanoseconds since 1970
 * @param identity of the file on its file system
 */
public record FileStat(Type type, long size, long modified, String identity) {
    /** The type of a file. */
    public enum Type {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    /** Looks at a path; empty where there is nothing, also where a folder on the way is a file. */
    public static Optional<FileStat> of(Path path) {
        return read(path);
    }

    /** Looks at a path like {@link #of} that is there, unless it has gone since: this costs less. */
    public static Optional<FileStat> ofKnown(Path path) {
        try {
            return Optional.of(of(Files.readAttributes(path, BasicFileAttributes.class)));
        } catch (IOException e) {
            return Failed.unlessMissing("look at", path, e);
        }
    }

    /** Looks at a path like {@link #of}, and at a symbolic link itself, unless it leads to nowhere. */
    public static Optional<FileStat> ofLink(Path path) {
        return read(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<FileStat> read(Path path, LinkOption... options) {
        try {
            // To ask first is many times cheaper than an exception.
            return Files.exists(path)
                    ? Optional.of(of(Files.readAttributes(path, BasicFileAttributes.class, options)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failed.because("look at", path, e);
        }
    }

    public static FileStat of(BasicFileAttributes attributes) {
        Type type = attributes.isRegularFile()
                ? Type.FILE
                : attributes.isDirectory() ? Type.FOLDER : attributes.isSymbolicLink() ? Type.LINK : Type.OTHER;
        return new FileStat(
                type,
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                String.valueOf(attributes.fileKey()));
    }

    /** Returns the same with size 0, for a folder: the sizes of folders say nothing of objects. */
    public FileStat empty() {
        return new FileStat(type, 0, modified, identity);
    }

    public boolean isFile() {
        return type == Type.FILE;
    }

    public boolean isFolder() {
        return type == Type.FOLDER;
    }

    boolean isLink() {
        return type == Type.LINK;
    }

    /** Returns an ETag for a file that came by hand. Its end says that it is no MD5 of the content. */
    public String eTag() {
        String made = size + " " + modified + " " + inode();
        return Digests.hex(Digests.md5().digest(made.getBytes(StandardCharsets.UTF_8))) + "-1";
    }

    /** The number of the file without that of its device, which changes when the machine is started again. */
    public String inode() {
        int at = identity.lastIndexOf("ino=");
        return at < 0 ? identity : identity.substring(at + 4, identity.length() - 1);
    }
}
