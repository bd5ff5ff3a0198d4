package io.laguna.engines.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/** A key that signs what a service of a lake sends, with the certificate by which whoever gets it can tell. */
public record SigningKey(PrivateKey key, X509Certificate certificate) {
    /** Returns the certificate in PEM. */
    public String pem() {
        try {
            return Authority.pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate cannot be written", e);
        }
    }

    /** Returns a name of the certificate that no other has: 32 hexadecimal digits. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate has no digest", e);
        }
    }

    /**
     * Returns the signature of a text in Base64.
     *
     * @param algorithm {@code SHA256withRSA}
     */
    public String sign(String algorithm, String text) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be signed by " + algorithm, e);
        }
    }
}
