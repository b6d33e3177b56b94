package org.aman.knowledge;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.aman.database.FreshDatabase;
import org.aman.database.Identifiers;
import org.aman.database.PinnedClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process that approves a draft and dies on the way: before the so-manieth call to the database, as if the power were
 * cut. With none to die before, it says how many calls there were.
 */
final class PublishingProcess {
    private static int calls;
    private static int diesBefore = Integer.MAX_VALUE;

    private PublishingProcess() {}

    public static void main(String[] arguments) {
        DataSource database = FreshDatabase.opened(arguments[0]);
        Desks desks = new Desks(
                JdbcClient.create(counting(database)),
                new TransactionTemplate(new JdbcTransactionManager(counting(database))),
                new Identifiers(new SecureRandom()),
                new PinnedClock("2020-01-12T16:00:00Z"));
        Draft draft = desks.drafts.in(List.of(Life.IN_REVIEW), 1).getFirst();
        calls = 0;
        diesBefore = Integer.parseInt(arguments[1]);
        Ruling ruling = desks.draftDesk.approve(Desks.RANA, draft.id(), draft.hash());
        if (!(ruling instanceof Ruling.Published)) {
            throw new IllegalStateException(String.valueOf(ruling));
        }
        Runtime.getRuntime().halt(Math.min(calls, 100));
    }

    /** One data source over the other, so that both see the same transaction. */
    private static DataSource counting(DataSource database) {
        return Holder.of(database);
    }

    private static final class Holder {
        private static DataSource one;

        private static synchronized DataSource of(DataSource database) {
            if (one == null) {
                one = new AbstractDataSource() {
                    @Override
                    public Connection getConnection() throws java.sql.SQLException {
                        return watched(database.getConnection());
                    }

                    @Override
                    public Connection getConnection(String user, String password) {
                        throw new UnsupportedOperationException();
                    }
                };
            }
            return one;
        }
    }

    private static Connection watched(Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement") || method.getName().equals("commit")) {
                calls++;
                if (calls >= diesBefore) {
                    Runtime.getRuntime().halt(137);
                }
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection) Proxy.newProxyInstance(
                PublishingProcess.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }
}
