// SPDX-License-Identifier: 0BSD
package tokens

import (
	"crypto/md5"
	"encoding/hex"
)

// lives gives the privileges 1, 2, ... a life each.
func lives(seconds ...int64) (privileges []Privilege007) {
	for i, each := range seconds {
		privileges = append(privileges, Privilege007{int64(i + 1), each})
	}
	return privileges
}

func rtc(channelName, user string, privileges []Privilege007) Service007 {
	fields := map[string]string{"channel_name": channelName, "uid": user}
	return Service007{Type: "rtc", Fields: fields, Privileges: privileges}
}

func userService(kind, userID string, privilege, expire int64) Service007 {
	return Service007{
		Type: kind, Fields: map[string]string{"user_id": userID},
		Privileges: []Privilege007{{privilege, expire}},
	}
}

func apaas(roomUUID, userUUID string, role, privilege, expire int64) Service007 {
	return Service007{
		Type: "apaas", Fields: map[string]string{"room_uuid": roomUUID, "user_uuid": userUUID},
		Role: role, Privileges: []Privilege007{{privilege, expire}},
	}
}

// roleLives are the four privileges of a publisher (1) or the one of a subscriber (2).
func roleLives(role, expire int64) (privileges []Privilege007, err error) {
	defer refusal(&err)
	inRange(role, 1, 2)
	if role == 1 {
		return lives(expire, expire, expire, expire), nil
	}
	return lives(expire), nil
}

// Rtc is for a channel, for a user account or for what UID returns.
func (a App007) Rtc(channelName, user string, role, tokenExpire, privilegeExpire int64) (string, error) {
	privileges, err := roleLives(role, privilegeExpire)
	if err != nil {
		return "", err
	}
	return a.Mint(tokenExpire, rtc(channelName, user, privileges))
}

// RtcWithLives gives each privilege of a channel its own life: join, and publish audio, video, data.
func (a App007) RtcWithLives(channelName, user string, tokenExpire, join, audio, video, data int64) (string, error) {
	return a.Mint(tokenExpire, rtc(channelName, user, lives(join, audio, video, data)))
}

// RtcWithRtm is for a channel and for messages of the same account.
func (a App007) RtcWithRtm(channelName, account string, role, tokenExpire, privilegeExpire int64) (string, error) {
	privileges, err := roleLives(role, privilegeExpire)
	if err != nil {
		return "", err
	}
	return a.Mint(tokenExpire, rtc(channelName, account, privileges), userService("rtm", account, 1, tokenExpire))
}

// RtcWithRtm2 is for a channel and for messages of a user with a life of their own.
func (a App007) RtcWithRtm2(
	channelName, account string, role, tokenExpire, join, audio, video, data int64,
	rtmUser string, rtmExpire int64,
) (string, error) {
	privileges, err := roleLives(role, 0)
	if err != nil {
		return "", err
	}
	granted := lives(join, audio, video, data)[:len(privileges)]
	return a.Mint(tokenExpire, rtc(channelName, account, granted), userService("rtm", rtmUser, 1, rtmExpire))
}

// Rtm is for messages.
func (a App007) Rtm(userID string, expire int64) (string, error) {
	return a.Mint(expire, userService("rtm", userID, 1, expire))
}

// RtmWithPermissions is for messages, with what the user may do.
func (a App007) RtmWithPermissions(userID string, permissions []Permission007, expire int64) (string, error) {
	service := userService("rtm2", userID, 1, expire)
	service.Permissions = permissions
	return a.Mint(expire, service)
}

// Fpa lives for a day.
func (a App007) Fpa() (string, error) {
	return a.Mint(day, Service007{Type: "fpa", Privileges: lives(0)})
}

// ChatUser is for one user of chat.
func (a App007) ChatUser(userID string, expire int64) (string, error) {
	return a.Mint(expire, userService("chat", userID, 1, expire))
}

// ChatApp is for a server that uses chat.
func (a App007) ChatApp(expire int64) (string, error) {
	return a.Mint(expire, userService("chat", "", 2, expire))
}

// RoomUser is for a user of a room, for messages, and for chat under the MD5 of the user id.
func (a App007) RoomUser(roomUUID, userUUID string, role, expire int64) (string, error) {
	digest := md5.Sum([]byte(userUUID))
	return a.Mint(expire,
		apaas(roomUUID, userUUID, role, 1, expire),
		userService("rtm", userUUID, 1, expire),
		userService("chat", hex.EncodeToString(digest[:]), 1, expire))
}

// ApaasUser is for a user in no room.
func (a App007) ApaasUser(userUUID string, expire int64) (string, error) {
	return a.Mint(expire, apaas("", userUUID, -1, 2, expire))
}

// ApaasApp is for a server that uses rooms.
func (a App007) ApaasApp(expire int64) (string, error) {
	return a.Mint(expire, apaas("", "", -1, 3, expire))
}
