package io.laguna.glue.storage;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it was listed.
 *
 * @param path the whole path, with its scheme
 * @param modified when it was written, in milliseconds since 1970
 * @param etag the store's word for its content, empty where there is none
 */
public record SourceFile(String path, long size, long modified, String etag) implements Serializable {

    /** Returns the name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns 32 hexadecimal digits that are others when the file is rewritten. */
    public String mark() {
        try {
            byte[] text = (path + '\n' + modified + '\n' + etag).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
