package io.laguna.emulator.emr.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Scripts and jars, wherever they are. */
record S3Files(S3Client s3) {
    private static final Pattern URI = Pattern.compile("s3[an]?://([^/]+)/(.+)");
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
            if (!Files.isRegularFile(local)) {
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
            throw new IOException("Cannot read " + location + ": " + e.getMessage(), e);
        }
        return copy;
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
