package io.laguna.engines.certificate;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.OwnerOnlyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The certificate authority of a lake: clients that trust its root certificate trust the lake's servers. The root's key
 * and certificate are files of the lake, made once; the keys of servers are in memory only.
 */
public final class Authority {
    private static final String NAME = "Laguna, an AWS data lake on this machine";
    private static final Duration ROOT_VALIDITY = Duration.ofDays(20 * 365L);
    private static final Duration SERVER_VALIDITY = Duration.ofDays(2 * 365L);
    private static final String RSA = "RSA";
    private static final int RSA_BITS = 2048;
    /** Nothing but this process reads the key store, which is in memory. */
    private static final char[] IN_MEMORY = new char[0];

    private final Path certificateFile;
    private final X509Certificate root;
    private final PrivateKey key;

    private Authority(Path certificateFile, X509Certificate root, PrivateKey key) {
        this.certificateFile = certificateFile;
        this.root = root;
        this.key = key;
    }

    /** Returns the authority whose files are in a folder, and makes it there when it is new. */
    public static Authority keptIn(Path folder) {
        Path keyFile = folder.resolve("root.key");
        Path certificateFile = folder.resolve("root.crt");
        try {
            if (!Files.exists(certificateFile)) {
                KeyPair pair = Issue.newKey();
                X509Certificate made = new Issue(
                                NAME, pair.getPublic(), NAME, pair.getPublic(), pair.getPrivate(), ROOT_VALIDITY)
                        .toAuthority();
                OwnerOnlyFile.write(
                        keyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
                // The certificate comes last: without it the key is made again.
                OwnerOnlyFile.write(certificateFile, pem("CERTIFICATE", made.getEncoded()));
            }
            return new Authority(certificateFile, certificate(certificateFile), privateKey("EC", keyFile));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the lake's certificate authority in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new EngineFailure("Cannot make the lake's certificate authority: " + e.getMessage(), e);
        }
    }

    /** Returns the file with the root certificate in PEM, which clients are told to trust. */
    public Path certificateFile() {
        return certificateFile;
    }

    /**
     * Returns the TLS of a server, with a new key and a certificate of this authority.
     *
     * @param names the host names and IP addresses that clients may know it by
     */
    public SSLContext server(List<String> names) {
        try {
            KeyPair pair = Issue.newKey();
            X509Certificate certificate = new Issue(
                            names.get(0), pair.getPublic(), NAME, root.getPublicKey(), key, SERVER_VALIDITY)
                    .toServer(names);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("server", pair.getPrivate(), IN_MEMORY, new Certificate[] {certificate, root});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new EngineFailure("Cannot issue a certificate for " + names + ": " + e.getMessage(), e);
        }
    }

    /** Returns the key by which a service signs, with a certificate of this authority; both are files beside the root's. */
    public SigningKey signing(String service) {
        Path keyFile = certificateFile.resolveSibling(service + ".key");
        Path certificate = certificateFile.resolveSibling(service + ".crt");
        try {
            if (!Files.exists(certificate)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
                generator.initialize(RSA_BITS);
                KeyPair pair = generator.generateKeyPair();
                X509Certificate made = new Issue(
                                service, pair.getPublic(), NAME, root.getPublicKey(), key, ROOT_VALIDITY)
                        .toServer(List.of(service));
                OwnerOnlyFile.write(
                        keyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
                OwnerOnlyFile.write(certificate, pem("CERTIFICATE", made.getEncoded()));
            }
            return new SigningKey(privateKey(RSA, keyFile), certificate(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key of " + service + " in " + keyFile, e);
        } catch (GeneralSecurityException e) {
            throw new EngineFailure("Cannot make the key of " + service + ": " + e.getMessage(), e);
        }
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private static PrivateKey privateKey(String algorithm, Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    static String pem(String what, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
