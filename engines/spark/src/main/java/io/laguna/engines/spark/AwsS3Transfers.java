package io.laguna.engines.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** The commands {@code aws s3 cp}, {@code mv}, {@code sync} and {@code rm}. */
final class AwsS3Transfers {
    private final S3Client s3;
    private final AwsS3Options options;
    private final PrintStream out;
    private boolean complete = true;

    AwsS3Transfers(S3Client s3, AwsS3Options options, PrintStream out) {
        this.s3 = s3;
        this.options = options;
        this.out = out;
    }

    /** Runs the command, and tells whether everything was done. */
    boolean run() throws IOException {
        if (options.command().equals("rm")) {
            return remove();
        }
        String from = options.paths().get(0);
        String to = options.paths().get(1);
        if (S3Location.of(from).isEmpty() && S3Location.of(to).isEmpty()) {
            throw SdkException.create("Error: one of the two paths has to be an s3:// address", null);
        }
        if (from.equals("-") || to.equals("-")) {
            new AwsS3Copy(s3, options).stream(from, to);
            return true;
        }
        if (options.command().equals("sync")) {
            sync(AwsS3Place.folder(s3, from), AwsS3Place.folder(s3, to));
        } else if (options.has("--recursive")) {
            AwsS3Place source = AwsS3Place.folder(s3, from);
            AwsS3Place target = AwsS3Place.folder(s3, to);
            for (String relative : passing(source).keySet()) {
                transfer(source, relative, target, relative);
            }
        } else {
            one(from, to);
        }
        return complete;
    }

    private void one(String from, String to) throws IOException {
        String name = from.substring(from.lastIndexOf('/') + 1);
        boolean known = S3Location.of(from).isPresent() || Files.isRegularFile(Path.of(from));
        if (name.isEmpty() || !known) {
            throw SdkException.create("The user-provided path " + from + " does not exist.", null);
        }
        boolean intoFolder = to.endsWith("/")
                || S3Location.of(to)
                        .map(location -> location.key().isEmpty())
                        .orElseGet(() -> Files.isDirectory(Path.of(to)));
        String target = intoFolder ? name : to.substring(to.lastIndexOf('/') + 1);
        transfer(parent(from), name, intoFolder ? AwsS3Place.folder(s3, to) : parent(to), target);
    }

    private AwsS3Place parent(String path) {
        int slash = path.lastIndexOf('/');
        return AwsS3Place.folder(s3, slash < 0 ? "" : path.substring(0, slash + 1));
    }

    private void sync(AwsS3Place source, AwsS3Place target) throws IOException {
        if (source instanceof AwsS3Place.Local local && !Files.isDirectory(local.root())) {
            throw SdkException.create("The user-provided path " + local.root() + " does not exist.", null);
        }
        Map<String, AwsS3Place.Found> wanted = passing(source);
        Map<String, AwsS3Place.Found> there = passing(target);
        for (Map.Entry<String, AwsS3Place.Found> file : wanted.entrySet()) {
            Optional<AwsS3Place.Found> old = Optional.ofNullable(there.get(file.getKey()));
            if (old.filter(found -> isCurrent(file.getValue(), found, target)).isEmpty()) {
                transfer(source, file.getKey(), target, file.getKey());
            }
        }
        if (options.has("--delete")) {
            for (String relative : there.keySet()) {
                if (!wanted.containsKey(relative)) {
                    delete(target, relative);
                }
            }
        }
    }

    /**
     * Tells whether the target is up to date, by size and time. A downloaded file has the object's time, so a later
     * time says that the file was changed.
     */
    private boolean isCurrent(AwsS3Place.Found source, AwsS3Place.Found target, AwsS3Place place) {
        if (source.size() != target.size()) {
            return false;
        }
        if (options.has("--size-only")) {
            return true;
        }
        if (place instanceof AwsS3Place.Local) {
            long later = target.modified().getEpochSecond() - source.modified().getEpochSecond();
            return options.has("--exact-timestamps") ? later == 0 : later <= 0;
        }
        return !target.modified().isBefore(source.modified());
    }

    private boolean remove() throws IOException {
        String path = options.paths().get(0);
        if (S3Location.of(path).isEmpty()) {
            throw SdkException.create("Error: Invalid argument type: " + path + " is no s3:// address", null);
        }
        if (options.has("--recursive")) {
            AwsS3Place place = AwsS3Place.folder(s3, path);
            for (String relative : passing(place).keySet()) {
                delete(place, relative);
            }
        } else {
            delete(parent(path), path.substring(path.lastIndexOf('/') + 1));
        }
        return complete;
    }

    private Map<String, AwsS3Place.Found> passing(AwsS3Place place) throws IOException {
        Map<String, AwsS3Place.Found> files = new LinkedHashMap<>(place.files());
        files.keySet().removeIf(relative -> !options.filters().pass(relative));
        if (!options.command().equals("rm")) {
            // An object that stands for a folder is no file to copy, but is removed with the others.
            files.keySet().removeIf(relative -> relative.isEmpty() || relative.endsWith("/"));
        }
        return files;
    }

    private void transfer(AwsS3Place source, String from, AwsS3Place target, String to) {
        String kind = options.command().equals("mv")
                ? "move"
                : source instanceof AwsS3Place.Local
                        ? "upload"
                        : target instanceof AwsS3Place.Local ? "download" : "copy";
        AwsS3Copy copy = new AwsS3Copy(s3, options);
        attempt(kind, source.name(from) + " to " + target.name(to), () -> {
            copy.copy(source, from, target, to);
            if (options.command().equals("mv")) {
                copy.delete(source, from);
            }
        });
    }

    private void delete(AwsS3Place place, String relative) {
        attempt("delete", place.name(relative), () -> new AwsS3Copy(s3, options).delete(place, relative));
    }

    /** A piece of work on a file. */
    private interface Work {
        void run() throws IOException;
    }

    /** Works on one file. A failure does not keep the other files from being done. */
    private void attempt(String kind, String what, Work work) {
        if (options.has("--dryrun")) {
            out.println("(dryrun) " + kind + ": " + what);
            return;
        }
        try {
            work.run();
            if (options.talks()) {
                out.println(kind + ": " + what);
            }
        } catch (SdkException | IOException e) {
            complete = false;
            if (!options.has("--quiet")) {
                System.err.println(kind + " failed: " + what + " " + e.getMessage());
            }
        }
    }
}
