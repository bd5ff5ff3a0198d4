package io.laguna.engines.trino.lake.call;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** An object of an interface of Trino's whose calls go to a target, but for those that are answered otherwise. */
public final class Forwarding {
    private Forwarding() {}

    /** The answers to the calls of an interface. */
    public interface Answers {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    /** Returns an object of the type, all of whose calls are answered by the given one. */
    public static <T> T to(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                Forwarding.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.answer(method, arguments)));
    }

    /** Returns what the target answers, or throws what it throws. */
    public static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
