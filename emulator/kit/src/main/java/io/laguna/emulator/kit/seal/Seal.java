package io.laguna.emulator.kit.seal;

import io.laguna.engines.process.Password;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a lake, with which texts are sealed before they are stored: AES in Galois/Counter Mode. The key is a file
 * beside the state that its owner alone can read, and is in no database.
 */
public final class Seal {
    private static final String FILE = "seal.key";
    private static final String MODE = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final Path file;

    private Seal(SecretKey key, Path file) {
        this.key = key;
        this.file = file;
    }

    /** Returns the key of the lake whose state is in the folder; it is made where there is none. */
    public static Seal keptIn(Path folder) {
        Password kept = Password.keptIn(folder.resolve(FILE));
        return new Seal(new SecretKeySpec(HexFormat.of().parseHex(kept.value()), "AES"), kept.file());
    }

    /**
     * Returns a text sealed, each time another one, in Base64.
     *
     * @param place where it is stored, by a name of its own: it can be opened for that place alone
     */
    public String close(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place, text.getBytes(StandardCharsets.UTF_8), 0);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * Returns the text that was sealed for a place.
     *
     * @throws IllegalStateException when it was sealed with another key or for another place
     */
    public String open(String sealed, String place) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, place, bytes, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String place, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance(MODE);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "What is stored for " + place + " was not sealed with the key in " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot seal: " + e.getMessage(), e);
        }
    }
}
