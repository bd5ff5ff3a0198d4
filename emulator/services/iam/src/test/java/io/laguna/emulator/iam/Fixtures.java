package io.laguna.emulator.iam;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;

/** One entity of each kind, which several tests want. */
final class Fixtures {
    static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"glue.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
    static final String ALLOW = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";

    private Fixtures() {}

    static IamClient client(Iam iam) {
        return Rooms.of(IamClient.class, iam.rooms(EngineLake.CALLER)).client();
    }

    /** Makes an entity of each kind, unless they are there. */
    static void make(Iam iam, String name) {
        IamClient client = client(iam);
        try {
            client.createUser(create -> create.userName(name));
        } catch (EntityAlreadyExistsException e) {
            return;
        }
        client.createGroup(create -> create.groupName(name));
        client.createRole(create -> create.roleName(name).assumeRolePolicyDocument(TRUST));
        client.createInstanceProfile(create -> create.instanceProfileName(name));
        client.createPolicy(create -> create.policyName(name).policyDocument(ALLOW));
        client.createOpenIDConnectProvider(create -> create.url("https://" + name + ".example"));
    }

    /** Returns the members of requests that name these entities. */
    static Map<String, String> names(String name) {
        String account = "arn:aws:iam::" + EngineLake.CALLER.accountId();
        return Map.of(
                "UserName", name,
                "GroupName", name,
                "RoleName", name,
                "InstanceProfileName", name,
                "PolicyArn", account + ":policy/" + name,
                "OpenIDConnectProviderArn", account + ":oidc-provider/" + name + ".example");
    }
}
