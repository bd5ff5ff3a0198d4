package io.laguna.emulator.s3.store.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** Small documents of accounts, which belong to no bucket: each is there wholly or not at all. */
public final class AccountDocuments {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,100}");

    private final BucketFolders buckets;

    public AccountDocuments(BucketFolders buckets) {
        this.buckets = buckets;
    }

    public Optional<String> document(String account, String document) {
        return TextFile.read(file(account, document));
    }

    /** Keeps a document in place of the one before. */
    public void put(String account, String document, String text) {
        Path file = file(account, document);
        // What a process that dies leaves beside the buckets is swept.
        Path temporary = buckets.aside();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failed.because("write", file, e);
        }
    }

    /** Removes a document that may be there or not. */
    public void remove(String account, String document) {
        Incoming.discard(file(account, document));
    }

    private Path file(String account, String document) {
        if (!NAME.matcher(account).matches() || !NAME.matcher(document).matches()) {
            throw new IllegalArgumentException("No document can have the name " + account + "/" + document);
        }
        return buckets.folder()
                .resolve(BucketFolder.STATE)
                .resolve("accounts")
                .resolve(account)
                .resolve(document);
    }
}
