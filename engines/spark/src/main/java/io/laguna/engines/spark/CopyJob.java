package io.laguna.engines.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The part of a copy that writes files, by several threads. A file is there when it is whole, or not at all. */
final class CopyJob {
    private static final int THREADS = 16;
    private static final int BUFFER = 128 * 1024;

    private final Configuration configuration;
    private final CopyOptions options;

    CopyJob(Configuration configuration, CopyOptions options) {
        this.configuration = configuration;
        this.options = options;
    }

    /**
     * Writes all files.
     *
     * @throws IOException when one cannot be written; those that were begun are ended or taken back first
     */
    void write(List<CopyTarget> targets) throws IOException, InterruptedException {
        FileSystem files = options.dest().getFileSystem(configuration);
        if (!isObjectStore(files)) {
            // In an object store it would be an object, which readers of the copies do not expect.
            files.mkdirs(options.dest());
        }
        forEach(targets, target -> write(files, target));
    }

    /** Deletes the source files that were copied. */
    void deleteSources(List<CopyTarget> targets) throws IOException, InterruptedException {
        List<CopySource> sources =
                targets.stream().flatMap(target -> target.sources().stream()).toList();
        forEach(sources, source -> source.path().getFileSystem(configuration).delete(source.path(), false));
    }

    /** A piece of work on a file. */
    private interface Work<T> {
        void on(T item) throws IOException;
    }

    private static <T> void forEach(List<T> items, Work<T> work) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> all = new ArrayList<>();
            items.forEach(item -> all.add(threads.submit(() -> {
                work.on(item);
                return item;
            })));
            for (Future<T> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                System.err.println("s3-dist-cp: some files are still being written");
            }
        }
    }

    private void write(FileSystem files, CopyTarget target) throws IOException {
        if (isObjectStore(files)) {
            // An object appears when its stream is closed, and not when it is aborted.
            FSDataOutputStream to = files.create(target.path(), true);
            try {
                fill(to, target);
            } catch (IOException | RuntimeException e) {
                to.abort();
                throw e;
            }
            return;
        }
        Path partial = new Path(target.path().getParent(), "._" + target.path().getName() + ".partial");
        try {
            fill(files.create(partial, true), target);
            files.delete(target.path(), false);
            if (!files.rename(partial, target.path())) {
                throw new IOException(partial + " could not be renamed to " + target.path());
            }
        } catch (IOException | RuntimeException e) {
            files.delete(partial, false);
            throw e;
        }
    }

    private static boolean isObjectStore(FileSystem files) {
        return files.getUri().getScheme().startsWith("s3");
    }

    private void fill(FSDataOutputStream file, CopyTarget target) throws IOException {
        OutputStream to = options.codec().writing(configuration, file);
        for (CopySource source : target.sources()) {
            FileSystem from = source.path().getFileSystem(configuration);
            try (InputStream content =
                    options.codec().reading(configuration, source.path(), from.open(source.path()))) {
                copy(content, to);
            }
        }
        to.close();
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
        }
    }
}
