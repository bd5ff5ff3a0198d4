package io.laguna.emulator.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.KnownKey;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.testkit.CallScript;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.User;

@ExtendWith(IamLake.class)
class IamTest {
    private static final CommittedIndex INDEX = new CommittedIndex(IamClient.class, "iam-2010-05-08", "iam");

    private final IamLake.Running lake;
    private final Iam iam;
    private final IamClient client;

    IamTest(IamLake.Running lake) {
        this.lake = lake;
        this.iam = lake.open();
        this.client = Fixtures.client(iam);
    }

    @AfterEach
    void close() {
        iam.close();
    }

    @TestFactory
    Stream<DynamicTest> callsAreAnsweredAsAwsAnswersThem() {
        return CallScript.of(IamTest.class, "iam.txt").tests(INDEX, () -> iam.rooms(EngineLake.CALLER));
    }

    @Test
    void aDocumentIsReadBackLetterByLetterInTheFormOfAnUrl() {
        String written =
                "{ \"Version\": \"2012-10-17\",\n\t\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:Get*\","
                        + " \"Resource\": \"arn:aws:s3:::caf\u00e9~/${aws:username}/*\"} }";
        client.createUser(create -> create.userName("written"));
        client.putUserPolicy(put -> put.userName("written").policyName("p").policyDocument(written));

        String told = client.getUserPolicy(get -> get.userName("written").policyName("p"))
                .policyDocument();

        assertThat(told)
                .startsWith("%7B%20%22Version%22%3A%20%222012-10-17%22%2C%0A%09%22Statement%22")
                .contains("caf%C3%A9~%2F%24%7Baws%3Ausername%7D%2F%2A");
        assertThat(URLDecoder.decode(told, StandardCharsets.UTF_8)).isEqualTo(written);
    }

    @Test
    void pagesOfOneMakeTheWholeList() {
        IntStream.range(0, 5)
                .forEach(i ->
                        client.createUser(create -> create.userName("paged" + i).path("/pages/")));

        assertThat(client.listUsersPaginator(list -> list.pathPrefix("/pages/").maxItems(1)).stream())
                .hasSize(5)
                .flatExtracting(
                        page -> page.users().stream().map(User::userName).toList())
                .containsExactly("paged0", "paged1", "paged2", "paged3", "paged4");
    }

    @Test
    void aKeyLetsItsUserInUntilItIsRevokedAndNoSecretIsInTheState() {
        AccessKey key = user("keyed");
        KnownKey known = iam.key(key.accessKeyId()).orElseThrow();
        assertThat(known.secretAccessKey()).isEqualTo(key.secretAccessKey());
        assertThat(known.principal().arn()).isEqualTo("arn:aws:iam::" + EngineLake.CALLER.accountId() + ":user/keyed");
        assertThat(lake.count("select count(*) from iam_key where sealed like '%"
                        + key.secretAccessKey().replace("'", "") + "%'"))
                .isZero();

        client.updateUser(update -> update.userName("keyed").newPath("/team/"));
        assertThat(iam.key(key.accessKeyId()).orElseThrow().principal().arn()).endsWith(":user/team/keyed");

        client.updateAccessKey(update ->
                update.userName("keyed").accessKeyId(key.accessKeyId()).status(StatusType.INACTIVE));
        assertThat(iam.key(key.accessKeyId())).isEmpty();

        client.updateAccessKey(update ->
                update.userName("keyed").accessKeyId(key.accessKeyId()).status(StatusType.ACTIVE));
        assertThat(iam.key(key.accessKeyId())).isPresent();

        client.deleteAccessKey(delete -> delete.userName("keyed").accessKeyId(key.accessKeyId()));
        assertThat(iam.key(key.accessKeyId())).isEmpty();
    }

    @Test
    void aKeyOutlivesARestartAndItsLastUseToo() {
        AccessKey key = user("lasting");
        Principal principal = iam.key(key.accessKeyId()).orElseThrow().principal();
        iam.used(key.accessKeyId(), new Identity(new Caller(principal.accountId(), "eu-west-1"), principal), "s3");
        assertThat(lastService(client, key)).isEqualTo("s3");
        iam.close();

        try (Iam again = lake.open()) {
            assertThat(again.key(key.accessKeyId())).isPresent();
            assertThat(lastService(Fixtures.client(again), key)).isEqualTo("s3");
        }
    }

    @Test
    void everyRoleOfTheDirectoryIsOneThatIamHas() {
        Role role = client.createRole(create -> create.roleName("assumed")
                        .path("/etl/")
                        .maxSessionDuration(7200)
                        .assumeRolePolicyDocument(Fixtures.TRUST))
                .role();

        assertThat(iam.hasRoles(EngineLake.CALLER.accountId())).isTrue();
        assertThat(iam.role(role.arn()).orElseThrow()).satisfies(known -> {
            assertThat(known.uniqueId()).isEqualTo(role.roleId());
            assertThat(known.longestSession()).hasHours(2);
        });
        assertThat(iam.role(role.arn().replace("/etl", ""))).isEmpty();
        assertThat(iam.hasRoles("999999999999")).isFalse();
    }

    @Test
    void theCallerIsAnsweredWhereARequestNamesNoUser() {
        Principal role = new Principal(
                Principal.Kind.ROLE_SESSION,
                EngineLake.CALLER.accountId(),
                "arn:aws:sts::1:assumed-role/a/b",
                "AROA:b");

        assertThat(client.getUser().user().arn()).endsWith(":user/laguna");
        assertThatThrownBy(() -> Rooms.of(IamClient.class, iam.rooms(new Identity(EngineLake.CALLER, role)))
                        .client()
                        .getUser())
                .hasMessageContaining("Must specify userName when calling with non-User credentials");
    }

    @Test
    void noTwoAreMadeOfOneNameAtOnce() {
        List<Boolean> made = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    try {
                        client.createGroup(create -> create.groupName(i % 2 == 0 ? "Once" : "once"));
                        return true;
                    } catch (EntityAlreadyExistsException e) {
                        return false;
                    }
                })
                .toList();

        assertThat(made).containsOnlyOnce(true);
    }

    private AccessKey user(String name) {
        client.createUser(create -> create.userName(name));
        return client.createAccessKey(create -> create.userName(name)).accessKey();
    }

    private static String lastService(IamClient client, AccessKey key) {
        return client.getAccessKeyLastUsed(get -> get.accessKeyId(key.accessKeyId()))
                .accessKeyLastUsed()
                .serviceName();
    }
}
