// SPDX-License-Identifier: 0BSD
package main

import (
	"fmt"
	"strings"

	"example/port/tokens"
)

// What the hello promises: the operations, and what can be given in place of clock and chance.
var formats = object{
	"zego-04-cbc":  promise("mint open", "now nonce iv"),
	"zego-04-gcm":  promise("mint open", "now nonce iv"),
	"agora-006":    promise("mint build reopen open", "now salt ts"),
	"agora-007":    promise("mint build reopen open", "now salt"),
	"nacos-jwt":    promise("mint open", "now"),
	"nats-connect": promise("carry open", ""),
}

// Each call takes typed values out of a question, and puts typed values into its answer.
var calls = map[string]func(asked line) object{
	"zego-04-cbc mint":   mintZego(tokens.ZegoCBC),
	"zego-04-cbc open":   openZego(tokens.ZegoCBC),
	"zego-04-gcm mint":   mintZego(tokens.ZegoGCM),
	"zego-04-gcm open":   openZego(tokens.ZegoGCM),
	"agora-006 mint":     mint006,
	"agora-006 reopen":   mint006,
	"agora-006 build":    build006,
	"agora-006 open":     open006,
	"agora-007 mint":     mint007,
	"agora-007 reopen":   reopen007,
	"agora-007 build":    build007,
	"agora-007 open":     open007,
	"nacos-jwt mint":     mintNacos,
	"nacos-jwt open":     openNacos,
	"nats-connect carry": carryNats,
	"nats-connect open":  openNats,
}

func promise(ops, inject string) object {
	return object{"ops": strings.Fields(ops), "inject": strings.Fields(inject)}
}

func token(token string, err error) object {
	return object{"token": typedText(served(token, err))}
}

func mintZego(form tokens.Zego04) func(line) object {
	return func(asked line) object {
		in, drawn := asked.In, tokens.ZegoDrawn{Nonce: optional(asked.Inject["nonce"], integer32)}
		if iv := optional(asked.Inject["iv"], text); iv != nil {
			drawn.IV = []byte(*iv)
		}
		return token(form.Mint(tokens.ZegoRequest{
			AppID: integer(in["app_id"]), UserID: text(in["user_id"]), Secret: text(in["secret"]),
			EffectiveTimeInSeconds: integer(in["effective_time_in_seconds"]),
			Payload:                text(in["payload"]),
		}, drawn, second(asked.Now)))
	}
}

func openZego(form tokens.Zego04) func(line) object {
	return func(asked line) object {
		in := asked.In
		claims := served(form.Open(text(in["token"]), text(in["secret"]), tokens.ZegoExpected{
			AppID:  optional(in["app_id"], integer),
			UserID: optional(in["user_id"], text),
			RoomID: optional(in["room_id"], text),
		}, second(asked.Now)))
		return object{"claims": object{"members": object{
			"app_id": typedInteger(claims.AppID), "user_id": typedText(claims.UserID),
			"nonce": typedInteger(claims.Nonce), "ctime": typedInteger(claims.Ctime),
			"expire": typedInteger(claims.Expire), "payload": typedText(claims.Payload),
		}}}
	}
}

// user is a uid where a number is asked for, and else an account.
func user(typed any) string {
	if value, _ := typed.(object); value["int"] != nil {
		return served(tokens.UID(integer(typed)))
	}
	return text(typed)
}

func app006(asked line, appID, certificate any) tokens.App006 {
	return tokens.App006{
		AppID: text(appID), Certificate: text(certificate), Now: second(asked.Now),
		Salt: optional(asked.Inject["salt"], integer), Ts: optional(asked.Inject["ts"], integer),
	}
}

func mint006(asked line) object {
	in := asked.In
	app := app006(asked, in["app_id"], in["app_certificate"])
	builder := served(app.Builder(text(in["channel_name"]), user(in["uid"])))
	for _, step := range list(in["steps"], members) {
		switch op := text(step["op"]); op {
		case "setPrivilege":
			served(0, builder.SetPrivilege(integer(step["privilege"]), integer(step["expire"])))
		case "removePrivilege":
			served(0, builder.RemovePrivilege(integer(step["privilege"])))
		case "initPrivileges":
			served(0, builder.InitPrivileges(text(step["role"])))
		case "setSaltTs":
			served(0, builder.SetSaltTs(integer(step["salt"]), integer(step["ts"])))
		case "initTokenBuilder":
			served(0, builder.InitTokenBuilder(text(step["token"])))
		case "buildToken":
			builder.BuildToken()
		case "newBuilder":
			builder = served(app.Builder(text(in["channel_name"]), user(in["uid"])))
		default:
			panic(inexpressible("a builder has no call " + op))
		}
	}
	return token(builder.BuildToken(), nil)
}

func build006(asked line) object {
	args := asked.In["args"].([]any)
	app := app006(asked, args[0], args[1])
	switch entry := text(asked.In["entry"]); entry {
	case "006.rtc.buildTokenWithUid", "006.rtc.buildTokenWithUserAccount":
		return token(app.Rtc(text(args[2]), user(args[3]), integer(args[4]), integer(args[5])))
	case "006.rtm.buildToken":
		return token(app.Rtm(text(args[2]), integer(args[3]), integer(args[4])))
	default:
		panic(inexpressible("there is no " + entry))
	}
}

func open006(asked line) object {
	in, privileges := asked.In, object{}
	claims := served(tokens.Open006(text(in["token"]), text(in["app_certificate"]), tokens.Expected006{
		ChannelName: text(in["channel_name"]), User: user(in["uid"]),
		AppID: optional(in["app_id"], text), Privileges: list(in["privileges"], integer),
	}, second(asked.Now)))
	for privilege, expire := range claims.Privileges {
		privileges[fmt.Sprint(privilege)] = typedInteger(expire)
	}
	return object{"claims": object{"members": object{
		"app_id": typedText(claims.AppID), "salt": typedInteger(claims.Salt),
		"ts": typedInteger(claims.Ts), "privileges": object{"members": privileges},
	}}}
}

func app007(asked line, appID, certificate any) tokens.App007 {
	app := tokens.App007{AppID: text(appID), Certificate: text(certificate), Now: second(asked.Now)}
	app.Salt = optional(asked.Inject["salt"], integer)
	return app
}

func mint007(asked line) object {
	in := asked.In
	app := app007(asked, in["app_id"], in["app_certificate"])
	app.IssueTs = optional(in["issue_ts"], integer)
	if in["salt"] != nil {
		app.Salt = optional(in["salt"], integer)
	}
	return token(app.Mint(integer(in["expire"]), list(in["services"], service007)...))
}

func service007(typed any) (service tokens.Service007) {
	service.Fields = map[string]string{}
	for name, value := range members(typed) {
		switch name {
		case "type":
			service.Type = text(value)
		case "role":
			service.Role = integer(value)
		case "privileges":
			service.Privileges = list(value, func(pair any) tokens.Privilege007 {
				numbers := list(pair, integer)
				return tokens.Privilege007{Privilege: numbers[0], Expire: numbers[1]}
			})
		case "permissions":
			service.Permissions = list(value, permission007)
		case "uid":
			service.Fields[name] = user(value)
		default:
			service.Fields[name] = text(value)
		}
	}
	return service
}

func permission007(typed any) tokens.Permission007 {
	parts := typed.([]any)
	return tokens.Permission007{
		ResourceType: integer(parts[0]), Permission: integer(parts[1]), Names: list(parts[2], text),
	}
}

func reopen007(asked line) object {
	parsed := served(tokens.Parse007(text(asked.In["parse"])))
	return token(parsed.Rebuild(text(asked.In["app_certificate"])))
}

func build007(asked line) object {
	args := asked.In["args"].([]any)
	app := app007(asked, args[0], args[1])
	t := func(at int) string { return text(args[at]) }
	i := func(at int) int64 { return integer(args[at]) }
	switch entry := text(asked.In["entry"]); entry {
	case "007.rtc.buildTokenWithUid", "007.rtc.buildTokenWithUserAccount":
		return token(app.Rtc(t(2), user(args[3]), i(4), i(5), i(6)))
	case "007.rtc.buildTokenWithUidAndPrivilege", "007.rtc.buildTokenWithUserAccountAndPrivilege":
		return token(app.RtcWithLives(t(2), user(args[3]), i(4), i(5), i(6), i(7), i(8)))
	case "007.rtc.buildTokenWithRtm":
		return token(app.RtcWithRtm(t(2), t(3), i(4), i(5), i(6)))
	case "007.rtc.buildTokenWithRtm2":
		return token(app.RtcWithRtm2(t(2), t(3), i(4), i(5), i(6), i(7), i(8), i(9), t(10), i(11)))
	case "007.rtm.buildToken":
		return token(app.Rtm(t(2), i(3)))
	case "007.rtm.buildTokenWithPermissions":
		return token(app.RtmWithPermissions(t(2), list(args[3], permission007), i(4)))
	case "007.fpa.buildToken":
		return token(app.Fpa())
	case "007.chat.buildUserToken":
		return token(app.ChatUser(t(2), i(3)))
	case "007.chat.buildAppToken":
		return token(app.ChatApp(i(2)))
	case "007.education.buildRoomUserToken", "007.apaas.buildRoomUserToken":
		return token(app.RoomUser(t(2), t(3), i(4), i(5)))
	case "007.education.buildUserToken", "007.apaas.buildUserToken":
		return token(app.ApaasUser(t(2), i(3)))
	case "007.education.buildAppToken", "007.apaas.buildAppToken":
		return token(app.ApaasApp(i(2)))
	default:
		panic(inexpressible("there is no " + entry))
	}
}

func open007(asked line) object {
	in := asked.In
	claims := served(tokens.Open007(text(in["token"]), text(in["app_certificate"]), tokens.Expected007{
		AppID: optional(in["app_id"], text), Service: optional(in["service"], text),
		ChannelName: optional(in["channel_name"], text), User: optional(in["uid"], user),
		Privileges: list(in["privileges"], integer),
	}, second(asked.Now)))
	services := []any{}
	for _, service := range claims.Services {
		services = append(services, object{"members": typedService(service)})
	}
	return object{"claims": object{"members": object{
		"app_id": typedText(claims.AppID), "issue_ts": typedInteger(claims.IssueTs),
		"expire": typedInteger(claims.Expire), "salt": typedInteger(claims.Salt), "services": services,
	}}}
}

func typedService(service tokens.Service007) object {
	privileges := object{}
	for _, each := range service.Privileges {
		privileges[fmt.Sprint(each.Privilege)] = typedInteger(each.Expire)
	}
	typed := object{"type": typedText(service.Type), "privileges": object{"members": privileges}}
	for name, value := range service.Fields {
		typed[name] = typedText(value)
	}
	switch service.Type {
	case "apaas":
		typed["role"] = typedInteger(service.Role)
	case "rtm2":
		permissions := []any{}
		for _, each := range service.Permissions {
			names := []any{}
			for _, name := range each.Names {
				names = append(names, typedText(name))
			}
			permissions = append(permissions,
				[]any{typedInteger(each.ResourceType), typedInteger(each.Permission), names})
		}
		typed["permissions"] = permissions
	}
	return typed
}

func mintNacos(asked line) object {
	in := asked.In
	return token(tokens.MintNacos(text(in["secret_key"]), text(in["user"]),
		integer(in["expire_seconds"]), second(asked.Now)))
}

func openNacos(asked line) object {
	claims := served(tokens.OpenNacos(text(asked.In["secret_key"]), text(asked.In["token"]), second(asked.Now)))
	return object{
		"claims":     object{"members": object{"username": typedText(claims.Username)}},
		"expireTime": typedInteger(claims.ExpireTime), "alg": typedText(claims.Alg),
	}
}

func carryNats(asked line) object {
	in, options := asked.In, tokens.NatsOptions{NatsCredentials: tokens.NatsCredentials{
		Token: optional(asked.In["token"], text),
		User:  optional(asked.In["user"], text), Pass: optional(asked.In["pass"], text),
	}}
	if returned := optional(in["token_handler_returns"], text); returned != nil {
		options.TokenHandler = func() string { return *returned }
	}
	return object{"line": typedText(served(tokens.Carry(text(in["url"]), options)))}
}

func openNats(asked line) object {
	if line := asked.In["line"]; line != nil {
		return credentials(served(tokens.ReadLine(text(line))))
	}
	address := served(tokens.ReadAddress(text(asked.In["url"])))
	answer := credentials(address.NatsCredentials)
	answer["scheme"], answer["host"] = typedText(address.Scheme), typedText(address.Host)
	answer["port"] = typedInteger(address.Port)
	return answer
}

// credentials that are not given are empty.
func credentials(read tokens.NatsCredentials) object {
	given := func(text *string) object {
		if text == nil {
			return typedText("")
		}
		return typedText(*text)
	}
	return object{"auth_token": given(read.Token), "user": given(read.User), "pass": given(read.Pass)}
}
