package io.laguna.pipelines.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The applications' code in S3, under a key that changes with its content, so that a job that runs keeps its jar. */
public record CodeUpload(S3Client s3, String bucket) {

    /** Uploads a jar or a zip file unless it is there already. */
    public void put(Path jar) {
        String key = key(jar);
        if (!isThere(key)) {
            s3.putObject(request -> request.bucket(bucket).key(key).contentType(type(jar)), RequestBody.fromFile(jar));
        }
    }

    /** Returns the URI of the file once it is uploaded. */
    public String uri(Path jar) {
        return "s3://" + bucket + "/" + key(jar);
    }

    private static String type(Path file) {
        return file.toString().endsWith(".zip") ? "application/zip" : "application/java-archive";
    }

    private static String key(Path jar) {
        return "jars/" + sha256(jar) + "/" + jar.getFileName();
    }

    private boolean isThere(String key) {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the applications' code " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
