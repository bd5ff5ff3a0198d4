package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.Versioning;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A bucket's folder, with the hidden one in it where everything is that is no object. */
public record BucketFolder(String name, Path root, BucketState state) {
    /** Never listed, and no key's file is in it. */
    public static final String STATE = ".laguna-s3";

    private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private static final AtomicLong COUNT = new AtomicLong();

    /** A file or folder of the state. */
    public Path state(String path) {
        return root.resolve(STATE).resolve(path);
    }

    public Path temporaries() {
        return state("tmp");
    }

    /** Returns the place of a file that nobody has yet. */
    public Path temporary() {
        return temporaries().resolve(unique());
    }

    static String unique() {
        return RUN + "-" + COUNT.incrementAndGet();
    }

    public boolean isVersioned() {
        return state.versioning() != Versioning.UNVERSIONED;
    }

    /** Makes a folder of the state where it is missing, but never the bucket. */
    public void makeState(Path folder) throws IOException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            // Another request made it.
        } catch (NoSuchFileException e) {
            if (folder.getParent().equals(root)) {
                throw new StoreException(Reason.NO_SUCH_BUCKET, "The bucket " + name + " is not there any more.");
            }
            makeState(folder.getParent());
            makeState(folder);
        }
    }
}
