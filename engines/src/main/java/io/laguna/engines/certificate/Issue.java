package io.laguna.engines.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The making of a certificate of X.509, which the JDK can read but not make.
 *
 * @param subject the common name of the owner
 * @param key the owner's key
 * @param issuer the common name of the authority
 * @param authority the authority's key, which signs with {@code signer}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>
 */
record Issue(String subject, PublicKey key, String issuer, PublicKey authority, PrivateKey signer, Duration validity) {
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_USAGE = "2.5.29.37";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int SERIAL_BITS = 127;
    private static final Pattern IP = Pattern.compile("[0-9.]+|.*:.*");
    /** Clocks of clients may be behind. */
    private static final Duration BEFORE = Duration.ofDays(1);

    /** Returns a new key on the curve P-256. */
    static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** Returns the certificate of an authority, which may issue to servers and to no other authority. */
    X509Certificate toAuthority() throws GeneralSecurityException {
        return signed(List.of(
                extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.bool(true), Der.integer(BigInteger.ZERO))),
                // keyCertSign and cRLSign.
                extension(KEY_USAGE, true, Der.bits(new byte[] {0x06}, 1))));
    }

    /**
     * Returns the certificate of a server.
     *
     * @param names the host names and IP addresses that clients may know it by
     */
    X509Certificate toServer(List<String> names) throws GeneralSecurityException {
        List<byte[]> alternatives = new ArrayList<>();
        for (String name : names) {
            alternatives.add(
                    IP.matcher(name).matches()
                            ? Der.implicit(IP_ADDRESS, address(name))
                            : Der.implicit(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII)));
        }
        return signed(List.of(
                extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                // digitalSignature.
                extension(KEY_USAGE, true, Der.bits(new byte[] {(byte) 0x80}, 7)),
                extension(EXTENDED_USAGE, false, Der.sequence(Der.identifier(SERVER_AUTHENTICATION))),
                extension(ALTERNATIVE_NAMES, false, Der.sequence(alternatives.toArray(byte[][]::new)))));
    }

    private X509Certificate signed(List<byte[]> own) throws GeneralSecurityException {
        List<byte[]> extensions = new ArrayList<>(own);
        extensions.add(extension(SUBJECT_KEY, false, Der.octets(keyIdentifier(key))));
        extensions.add(extension(AUTHORITY_KEY, false, Der.sequence(Der.implicit(0, keyIdentifier(authority)))));
        Instant now = Instant.now();
        byte[] algorithm = Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
        byte[] content = Der.sequence(
                Der.tagged(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1)),
                algorithm,
                name(issuer),
                Der.sequence(Der.time(now.minus(BEFORE)), Der.time(now.plus(validity))),
                name(subject),
                key.getEncoded(),
                Der.tagged(3, Der.sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(content);
        byte[] whole = Der.sequence(content, algorithm, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] extension(String identifier, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.identifier(identifier), Der.bool(true), Der.octets(value))
                : Der.sequence(Der.identifier(identifier), Der.octets(value));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text(commonName))));
    }

    /** Returns twenty bytes that stand for a key (RFC 7093, method 1). */
    private static byte[] keyIdentifier(PublicKey key) throws GeneralSecurityException {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 20);
    }

    private static byte[] address(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("No IP address: " + literal, e);
        }
    }
}
