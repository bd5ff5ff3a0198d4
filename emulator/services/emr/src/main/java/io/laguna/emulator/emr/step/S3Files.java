package io.laguna.emulator.emr.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Scripts and jars, wherever they are.
 *
 * @param home the folder that {@code /home/hadoop} is for programs, where it is one of the cluster's
 */
record S3Files(S3Client s3, Optional<Path> home) {
    /** The home of the user that EMR runs steps as. */
    static final String HOME = "/home/hadoop";
    /** The largest file that is looked through: scripts are smaller. */
    private static final long SCRIPT = 1 << 20;

    private static final Pattern URI = Pattern.compile("s3[an]?://([^/]+)/(.+)");
    /** The buckets of EMR's own files and of its tutorials. */
    private static final Pattern PUBLIC = Pattern.compile("(.+\\.)?elasticmapreduce(\\.samples)?");

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    /**
     * The file on this machine: a copy in the folder of one in S3, a local one as it is.
     *
     * @throws IOException with a reason that names the file
     */
    Path fetch(String location, Path folder) throws IOException {
        Matcher uri = URI.matcher(location);
        if (!uri.matches()) {
            Path local = Path.of(location.replaceFirst("^file:(//)?", ""));
            if (!Files.isRegularFile(onMachine(local))) {
                throw new IOException("There is no file " + location);
            }
            return local;
        }
        Path copy = Files.createDirectories(folder)
                .resolve(uri.group(2).substring(uri.group(2).lastIndexOf('/') + 1));
        Files.deleteIfExists(copy);
        try {
            s3.getObject(request -> request.bucket(uri.group(1)).key(uri.group(2)), copy);
        } catch (SdkException e) {
            String where = PUBLIC.matcher(uri.group(1)).matches()
                    ? ". It is in a public bucket of AWS's, which is not reached from here: make a bucket of this name and"
                            + " put the file there"
                    : "";
            throw new IOException("Cannot read " + location + ": " + e.getMessage() + where, e);
        }
        return copy;
    }

    /** Returns the place on this machine of a file that programs see in the cluster's home. */
    Path onMachine(Path seen) {
        return home.isPresent() && seen.startsWith(HOME)
                ? home.get().resolve(Path.of(HOME).relativize(seen))
                : seen;
    }

    /** Tells whether words, or a script among them that was fetched into a folder, name the home. */
    boolean mentionHome(List<String> words, Path folder) throws IOException {
        for (String word : words) {
            if (word.contains(HOME)) {
                return true;
            }
            Path file = word.startsWith(folder.toString()) ? Path.of(word) : folder;
            if (Files.isRegularFile(file)
                    && Files.size(file) <= SCRIPT
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(HOME)) {
                return true;
            }
        }
        return false;
    }

    /** Fetches a script that is to be run, like {@link #fetch}. */
    Path fetchScript(String location, Path folder) throws IOException {
        Path script = fetch(location, folder);
        if (script.startsWith(folder)) {
            Files.setPosixFilePermissions(script, EXECUTABLE);
        }
        return script;
    }
}
