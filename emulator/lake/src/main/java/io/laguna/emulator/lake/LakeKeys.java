package io.laguna.emulator.lake;

import io.laguna.emulator.edge.signature.AccessKey;
import io.laguna.emulator.kit.AccessKeyIds;
import io.laguna.emulator.kit.Caller;
import io.laguna.engines.process.OwnerOnlyFile;
import io.laguna.engines.process.S3Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The access keys of a lake: {@code .laguna/credentials}, an AWS shared credentials file readable by its owner alone.
 *
 * <p>The file is made with one generated key, the profile {@code default}, with which the lake's own jobs sign; users
 * can add other profiles. An access key of 12 digits is an account's.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">The shared credentials file</a>
 */
public final class LakeKeys {
    private static final String DEFAULT = "default";

    private final Path file;
    private final ProfileFile profiles;

    private LakeKeys(Path file, ProfileFile profiles) {
        this.file = file;
        this.profiles = profiles;
    }

    /** Returns the keys of the lake with this state, and makes them when there are none. */
    public static LakeKeys of(Path state) {
        Path file = state.resolve("credentials");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep access keys in " + file, e);
        }
        ProfileFile profiles = ProfileFile.builder()
                .content(file)
                .type(ProfileFile.Type.CREDENTIALS)
                .build();
        return new LakeKeys(file, profiles);
    }

    /** Returns the key of the profile {@code default}. */
    public AccessKey own() {
        return keys(Stream.of(DEFAULT)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        file + " has no profile [default] with a key: the lake's own jobs sign with it. Write one, or"
                                + " delete the file to have one generated."));
    }

    /** Returns the access by which this lake's engines reach S3. */
    public S3Access s3Access(String endpoint) {
        AccessKey own = own();
        return new S3Access(endpoint, own.accessKeyId(), own.secretAccessKey());
    }

    /** Returns the keys of all profiles. */
    public List<AccessKey> all() {
        return keys(profiles.profiles().keySet().stream());
    }

    private List<AccessKey> keys(Stream<String> names) {
        return names.flatMap(name -> profiles.profile(name).stream())
                .flatMap(LakeKeys::key)
                .toList();
    }

    private static Stream<AccessKey> key(Profile profile) {
        return profile
                .property(ProfileProperty.AWS_ACCESS_KEY_ID)
                .flatMap(id -> profile.property(ProfileProperty.AWS_SECRET_ACCESS_KEY)
                        .map(secret -> new AccessKey(
                                id, secret, AccessKeyIds.account(id).orElse(Caller.DEFAULT_ACCOUNT), profile.name())))
                .stream();
    }

    private static void create(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        String id = "AKIA" + hex(random, 8).toUpperCase(Locale.ROOT);
        OwnerOnlyFile.write(
                file,
                "[" + DEFAULT + "]\naws_access_key_id = " + id + "\naws_secret_access_key = " + hex(random, 20) + "\n");
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
