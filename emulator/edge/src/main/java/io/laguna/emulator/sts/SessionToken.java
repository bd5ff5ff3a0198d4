package io.laguna.emulator.sts;

import io.laguna.emulator.kit.Principal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The content of a session token, as bytes. */
final class SessionToken {
    /** The version of the token's layout. */
    private static final byte VERSION = 1;

    private SessionToken() {}

    record Content(Principal principal, String accessKeyId, Instant expiration) {}

    static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(content.principal().kind().name());
            out.writeUTF(content.principal().accountId());
            out.writeUTF(content.principal().arn());
            out.writeUTF(content.principal().userId());
            out.writeUTF(content.accessKeyId());
            out.writeLong(content.expiration().getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. The caller has already checked the seal. */
    static Content read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("A session token of version " + version);
            }
            Principal principal =
                    new Principal(Principal.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readUTF());
            return new Content(principal, in.readUTF(), Instant.ofEpochSecond(in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException("A sealed session token is too short", e);
        }
    }
}
