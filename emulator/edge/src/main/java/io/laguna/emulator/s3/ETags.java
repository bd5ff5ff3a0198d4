package io.laguna.emulator.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ETags that S3Proxy stores beside files, kept true to the files.
 *
 * <p>S3Proxy writes an object's ETag into an extended attribute when the object comes in through S3. A file that was
 * copied into the bucket by hand has none, and one that was edited keeps the old one. This class remembers the
 * modification time an ETag was made for; a file without an ETag, or modified since, gets a new one from its size and
 * modification time.
 */
final class ETags {
    /** S3Proxy's own attribute: 16 raw bytes of MD5, or the literal ETag. */
    private static final String E_TAG = "user.content-md5";

    private static final String MADE_FOR = "user.laguna-modified";
    private static final Logger LOG = LoggerFactory.getLogger(ETags.class);

    private ETags() {}

    /**
     * Makes the ETag anew if it has to be, and tells whether it had to be. A missing file or a folder has no ETag and
     * is left alone.
     */
    static boolean refresh(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() && refresh(file, attributes);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            LOG.warn("No ETag can be kept for {}: {}", file, e.toString());
            return false;
        }
    }

    private static boolean refresh(Path file, BasicFileAttributes attributes) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        List<String> present = view.list();
        String modified = Long.toString(attributes.lastModifiedTime().toMillis(), Character.MAX_RADIX);
        Optional<String> madeFor = read(view, present, MADE_FOR);
        if (madeFor.isPresent() && madeFor.get().equals(modified)) {
            return false;
        }
        boolean fromS3 = madeFor.isEmpty() && present.contains(E_TAG);
        if (!fromS3) {
            write(view, E_TAG, Long.toString(attributes.size(), Character.MAX_RADIX) + "-" + modified);
        }
        write(view, MADE_FOR, modified);
        return !fromS3;
    }

    private static Optional<String> read(UserDefinedFileAttributeView view, List<String> present, String name)
            throws IOException {
        if (!present.contains(name)) {
            return Optional.empty();
        }
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        return Optional.of(new String(value.array(), StandardCharsets.UTF_8));
    }

    private static void write(UserDefinedFileAttributeView view, String name, String value) throws IOException {
        view.write(name, StandardCharsets.UTF_8.encode(value));
    }
}
