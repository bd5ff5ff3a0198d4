package io.laguna.emulator.sns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that e-mails are put into, in place of a mail server: a file for each, which a mail program opens. */
final class MailFolder {
    private static final Logger LOG = LoggerFactory.getLogger(MailFolder.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts an e-mail into the folder, whole or not at all.
     *
     * @param id the same for the same e-mail, which is there once however often it is put
     */
    void put(String id, String to, String subject, String text) throws IOException {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        String mail = "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now) + "\n"
                + "From: AWS Notifications <no-reply@sns.amazonaws.com>\n"
                + "To: " + line(to) + "\n"
                + "Subject: " + line(subject) + "\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=UTF-8\n"
                + "Content-Transfer-Encoding: 8bit\n\n"
                + text + "\n";
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".", ".part");
        Path file = folder.resolve(NAME.format(now) + "-" + id + ".eml");
        Files.write(part, mail.getBytes(StandardCharsets.UTF_8));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        LOG.info("An e-mail to {} is in {}", line(to), file);
    }

    private static String line(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }
}
